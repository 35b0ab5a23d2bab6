package dev.upkeep.window;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.UptimeReport;
import dev.upkeep.history.History;
import dev.upkeep.history.Uptime;
import dev.upkeep.testing.Statuses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.prefs.Preferences;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/// Opens a history in a window without a screen and scrolls through all of it, while another thread
/// measures how long the window's thread lets it wait. For the bench.
public final class HistoryScroll {
  private static final long FRAME_MILLIS = 16;

  private final AtomicLong longest = new AtomicLong();
  private final AtomicBoolean over = new AtomicBoolean();

  private HistoryScroll() {}

  /// What was measured.
  ///
  /// @param opened how long the window's thread was blocked at most until the first lines were seen
  /// @param scrolled the same while all of it was scrolled through
  /// @param lines how many were reached
  /// @param took how long the scrolling took
  public record Blocked(Duration opened, Duration scrolled, int lines, Duration took) {}

  /// The ids of as many databases as a history shall have.
  public static List<UUID> databases(int count) {
    return IntStream.range(0, count).mapToObj(i -> status(i).database().id()).toList();
  }

  private static DatabaseStatus status(int number) {
    return Statuses.alive("project-" + number);
  }

  /// Scrolls from the newest to the oldest.
  public static Blocked through(History history, int databases, int touches) throws Exception {
    Headless.start();
    return new HistoryScroll().run(history, databases, touches);
  }

  private Blocked run(History history, int databases, int touches) throws Exception {
    FakeAgent agent =
        new FakeAgent()
            .with(
                IntStream.range(0, databases)
                    .mapToObj(HistoryScroll::status)
                    .toArray(DatabaseStatus[]::new))
            .paging(history::page)
            .up(new UptimeReport(uptime(history)), history::chart);
    try (ExecutorService workers = Executors.newSingleThreadExecutor();
        AgentLink link =
            new AgentLink(
                () -> agent, Platform::runLater, workers, Thread::sleep, InstantSource.system())) {
      Thread probe = Thread.ofPlatform().start(this::probe);
      TableView<?> table = open(link);
      link.start();
      while (Headless.call(() -> table.getItems().isEmpty())) {
        Thread.sleep(FRAME_MILLIS);
      }
      Headless.settle();
      Duration opened = Duration.ofNanos(longest.getAndSet(0));
      long start = System.nanoTime();
      int lines = scroll(table, touches);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      over.set(true);
      probe.join();
      return new Blocked(opened, Duration.ofNanos(longest.get()), lines, took);
    }
  }

  private static Map<Duration, Uptime> uptime(History history) {
    Map<Duration, Uptime> byWindow = new HashMap<>();
    UUID any = status(0).database().id();
    for (Duration window : UptimeReport.WINDOWS) {
      byWindow.put(window, history.uptime(any, window, Instant.now()));
    }
    return byWindow;
  }

  private static TableView<?> open(AgentLink link) throws Exception {
    return Headless.call(() -> {
      PageKind kind =
          new PageKind(
              Set.of(Place.History.class),
              around -> {
                HistoryPage page = HistoryPage.of(around);
                page.model().filter().set(HistoryFilter.FIRST.over(HistoryFilter.Range.ALL));
                return page;
              });
      Content content =
          Content.of(
              new Content.Parts(
                  link,
                  new NoStarter(),
                  new WindowMemory(Preferences.userRoot().node("history-scroll")),
                  new Texts(Locale.UK),
                  new WindowTime(InstantSource.system(), ZoneOffset.UTC, new FxTimer()),
                  Runnable::run,
                  Platform::runLater),
              List.of(kind));
      Stage stage = new Stage();
      stage.setScene(content.scene());
      stage.show();
      content.shell().go(new Place.History(Optional.empty()));
      return (TableView<?>) content.scene().lookup("#history-table");
    });
  }

  /// To the end of what is there, and on when there is more, a frame at a time.
  private static int scroll(TableView<?> table, int touches) throws Exception {
    int lines = 0;
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (lines < touches && System.nanoTime() < end) {
      lines =
          Headless.call(() -> {
            table.scrollTo(table.getItems().size() - 1);
            return table.getItems().size();
          });
      Thread.sleep(FRAME_MILLIS);
    }
    return lines;
  }

  private void probe() {
    try {
      while (!over.get()) {
        long asked = System.nanoTime();
        long waited = Headless.call(() -> System.nanoTime() - asked);
        longest.accumulateAndGet(waited, Math::max);
        Thread.sleep(1);
      }
    } catch (Exception e) {
      throw new IllegalStateException("the window's thread does not answer", e);
    }
  }
}
