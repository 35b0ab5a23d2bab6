package dev.upkeep.agent.desktop;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.Change;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows Upkeep in a window, which is a process of its own: closing it gives back all that it took.
/// There is one at a time; while it is open it is asked to come to the front. Where there cannot be
/// one, it is shown in another way.
///
/// A window that a person started in a terminal is not ours, and one that is still starting may
/// miss that another database is wanted; it appears all the same.
final class WindowLauncher implements WindowOpener {
  /// What the end of a process means.
  ///
  /// @param toAppear a window that fails sooner than this was never seen
  /// @param toClose a window that ends sooner than this was closing when it was asked to come to
  ///   the front
  record Patience(Duration toAppear, Duration toClose) {
    static final Patience STANDARD = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(1));
  }

  private static final Logger LOG = LoggerFactory.getLogger(WindowLauncher.class);

  private final WindowProgram program;
  private final Consumer<Change> watchers;
  private final WindowOpener otherwise;
  private final Consumer<AgentApi> closed;
  private final Patience patience;
  private final AtomicBoolean complained = new AtomicBoolean();
  private final ReentrantLock turn = new ReentrantLock();
  private Optional<Process> window = Optional.empty(); // guarded by turn

  /// A launcher without a window.
  ///
  /// @param watchers tells those who watch the agent, the window among them
  /// @param otherwise shows it where there cannot be a window
  /// @param closed told when a person has closed a window; may block
  WindowLauncher(
      WindowProgram program,
      Consumer<Change> watchers,
      WindowOpener otherwise,
      Consumer<AgentApi> closed,
      Patience patience) {
    this.program = program;
    this.watchers = watchers;
    this.otherwise = otherwise;
    this.closed = closed;
    this.patience = patience;
  }

  @Override
  public void show(AgentApi agent, Optional<UUID> database) throws AgentException {
    Optional<IOException> trouble;
    turn.lock();
    try {
      Optional<Process> open = window.filter(Process::isAlive);
      if (open.isPresent()) {
        watchers.accept(new Change.Wanted(database));
        ended(open.get(), patience.toClose(), _ -> showAgain(agent, database));
        return;
      }
      trouble = start(agent, database);
    } finally {
      turn.unlock();
    }
    if (trouble.isPresent()) {
      complain(String.valueOf(trouble.get().getMessage()));
      otherwise.show(agent, database);
    }
  }

  private Optional<IOException> start(AgentApi agent, Optional<UUID> database)
      throws AgentException {
    List<String> secrets =
        ChildEnvironment.referenced(
            agent.snapshot().databases().stream().map(status -> status.database()).toList());
    try {
      Process started = program.start(database, secrets);
      window = Optional.of(started);
      ended(started, patience.toAppear(), status -> failed(status, agent, database));
      CompletableFuture<Void> _ =
          started
              .onExit()
              .thenAcceptAsync(
                  window -> {
                    if (window.exitValue() == 0) {
                      closed.accept(agent);
                    }
                  },
                  WindowLauncher::watch);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }

  private void failed(int status, AgentApi agent, Optional<UUID> database) {
    if (status != 0) {
      complain("It ended with status " + status + "; upkeep window in a terminal says why.");
      quietly(() -> otherwise.show(agent, database));
    }
  }

  private void showAgain(AgentApi agent, Optional<UUID> database) {
    quietly(() -> show(agent, database));
  }

  /// Hears of the end of a process if it comes within a time.
  private static void ended(Process process, Duration within, Consumer<Integer> heard) {
    CompletableFuture<Void> _ =
        process
            .onExit()
            .completeOnTimeout(process, within.toMillis(), TimeUnit.MILLISECONDS)
            .thenAcceptAsync(
                one -> {
                  if (!one.isAlive()) {
                    heard.accept(one.exitValue());
                  }
                },
                WindowLauncher::watch);
  }

  private static void watch(Runnable task) {
    Thread.ofVirtual().name("window watch").start(task);
  }

  @FunctionalInterface
  private interface Attempt {
    void run() throws AgentException;
  }

  private static void quietly(Attempt attempt) {
    try {
      attempt.run();
    } catch (AgentException e) {
      LOG.debug("Upkeep could not be shown: {}", e.getMessage());
    }
  }

  /// Once is enough: what keeps a window from opening seldom changes while the agent runs.
  private void complain(String why) {
    if (complained.compareAndSet(false, true)) {
      LOG.warn("The window does not open, so notices show what it would. {}", why);
    }
  }
}
