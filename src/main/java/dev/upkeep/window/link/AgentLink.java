package dev.upkeep.window.link;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.Change;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Subscription;
import dev.upkeep.control.Watcher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches the agent and asks it, and finds it again when it was gone. A thread of its own connects
/// and waits; what it learns is posted to the window's thread, the only one that changes what is
/// seen.
public final class AgentLink implements AgentView, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AgentLink.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final int DOUBLINGS = 4;

  /// Reaches an agent that runs.
  @FunctionalInterface
  public interface Connector {
    AgentApi connect() throws AgentException;
  }

  /// Waiting, so that a test need not.
  @FunctionalInterface
  public interface Waiting {
    void pause(Duration time) throws InterruptedException;
  }

  private final Connector connector;
  private final Executor window;
  private final Executor workers;
  private final Waiting waiting;
  private final InstantSource clock;
  private final WindowQueue backlog;

  private final ReadOnlyObjectWrapper<Connection> connection =
      new ReadOnlyObjectWrapper<>(new Connection.Connecting());
  private final ReadOnlyObjectWrapper<Optional<Snapshot>> snapshot =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final List<Consumer<Change>> listeners = new ArrayList<>();

  /// What was told since the last frame; the window's thread's own.
  private final List<Change> news = new ArrayList<>();

  private volatile Optional<AgentApi> agent = Optional.empty();
  private volatile boolean closed;
  private volatile @Nullable Thread thread;

  /// A link that waits to be started.
  ///
  /// @param window runs what it is given later, one after the other, on the window's thread
  /// @param workers runs what blocks
  public AgentLink(
      Connector connector,
      Executor window,
      Executor workers,
      Waiting waiting,
      InstantSource clock) {
    this(connector, window, window, workers, waiting, clock);
  }

  /// The same, for a window that takes what is new at its own pace.
  ///
  /// @param frames runs what is given later, on the window's thread: what comes together there is
  ///   one change of what is seen
  public AgentLink(
      Connector connector,
      Executor window,
      Executor frames,
      Executor workers,
      Waiting waiting,
      InstantSource clock) {
    this.connector = connector;
    this.window = window;
    this.workers = workers;
    this.waiting = waiting;
    this.clock = clock;
    this.backlog = new WindowQueue(frames, this::showNews);
  }

  public void start() {
    thread = Thread.ofVirtual().name("agent-link").start(this::keepWatching);
  }

  @Override
  public ReadOnlyObjectProperty<Connection> connection() {
    return connection.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyObjectProperty<Optional<Snapshot>> snapshot() {
    return snapshot.getReadOnlyProperty();
  }

  @Override
  public void onChange(Consumer<Change> listener) {
    listeners.add(listener);
  }

  @Override
  public <T> void ask(
      Question<T> question, Consumer<T> answered, Consumer<AgentException> refused) {
    workers.execute(() -> {
      try {
        AgentApi now =
            agent.orElseThrow(() -> new AgentException.Gone("The agent does not answer."));
        T answer = question.ask(now);
        window.execute(() -> answered.accept(answer));
      } catch (AgentException e) {
        window.execute(() -> refused.accept(e));
      } catch (RuntimeException fault) {
        LOG.error("A request met a fault", fault);
        window.execute(() -> refused.accept(new AgentException.Gone("The request met a fault.")));
      }
    });
  }

  @Override
  public void later(Runnable told) {
    window.execute(told);
  }

  @Override
  public void close() {
    closed = true;
    agent.ifPresent(AgentApi::close);
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
  }

  private void keepWatching() {
    int failures = 0;
    try {
      while (!closed) {
        failures = watchOnce() ? 0 : failures + 1;
        if (!closed) {
          waiting.pause(FIRST_PAUSE.multipliedBy(1L << Math.min(failures, DOUBLINGS)));
        }
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  /// Watches until the agent is gone.
  ///
  /// @return whether it was there at all
  private boolean watchOnce() throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    try (AgentApi found = connector.connect();
        Subscription _ = found.watch(new Posting(found, over))) {
      over.await();
      return true;
    } catch (AgentException.OtherVersion other) {
      backlog.add(() -> connection.set(new Connection.OtherVersion(other.version())));
    } catch (AgentException _) {
      // Whatever the reason, it is not there, and lost() says so.
      backlog.add(this::lost);
    } finally {
      agent = Optional.empty();
    }
    return false;
  }

  /// All that has come together becomes one snapshot: two hundred databases that are touched tell
  /// six hundred changes, and whoever shows them looks at all of them for each.
  private void showNews() {
    if (news.isEmpty()) {
      return;
    }
    List<Change> told = List.copyOf(news);
    news.clear();
    snapshot.set(snapshot.get().map(seen -> seen.after(told)));
    told.forEach(change -> listeners.forEach(listener -> listener.accept(change)));
  }

  private void lost() {
    showNews();
    if (!(connection.get() instanceof Connection.Lost)) {
      Instant now = clock.instant();
      connection.set(new Connection.Lost(now));
    }
  }

  /// Takes what the agent tells to the window's thread, in its order.
  private final class Posting implements Watcher {
    private final AgentApi told;
    private final CountDownLatch over;

    Posting(AgentApi told, CountDownLatch over) {
      this.told = told;
      this.over = over;
    }

    @Override
    public void snapshot(Snapshot first) {
      // Before anybody sees that it is connected, and asks.
      agent = Optional.of(told);
      backlog.add(() -> {
        news.clear();
        snapshot.set(Optional.of(first));
        connection.set(new Connection.Connected());
      });
    }

    @Override
    public void changed(Change change) {
      backlog.add(() -> news.add(change));
    }

    @Override
    public void ended(String reason) {
      LOG.info("The agent is watched no more: {}", reason);
      backlog.add(AgentLink.this::lost);
      over.countDown();
    }
  }
}
