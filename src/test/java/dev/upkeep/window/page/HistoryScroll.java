package dev.upkeep.window.page;

import dev.upkeep.control.client.ControlClient;
import dev.upkeep.control.instance.AgentPlace;
import dev.upkeep.window.Headless;
import dev.upkeep.window.Pages;
import dev.upkeep.window.link.AgentLink;
import dev.upkeep.window.link.NoStarter;
import dev.upkeep.window.shell.Content;
import dev.upkeep.window.text.Texts;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.prefs.Preferences;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;

/// Opens the window of an agent that runs, goes to the history and scrolls through it, while
/// another thread measures how long the window's thread lets it wait. A process of its own for the
/// bench, so that every run is a first one, as it is for people.
public final class HistoryScroll {
  private static final PrintStream OUT = System.out;
  private static final long FRAME_MILLIS = 16;
  private static final Duration WHEEL = Duration.ofSeconds(8);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /// A list that has not grown for so long is at its end.
  private static final Duration END = Duration.ofSeconds(3);

  /// As far as a wheel turns in a frame when somebody is in a hurry.
  private static final double STEP = 320;

  private final AtomicLong longest = new AtomicLong();
  private final AtomicLong busiest = new AtomicLong();
  private final AtomicBoolean over = new AtomicBoolean();

  private HistoryScroll() {}

  /// Prints a line for each thing that was measured: what, and milliseconds or a count.
  ///
  /// @param arguments `window`, the agent's folder, and down to which line to scroll
  public static void main(String[] arguments) throws Exception {
    Headless.start();
    new HistoryScroll().run(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
    System.exit(0);
  }

  private void run(Path folder, int touches) throws Exception {
    AgentPlace place = AgentPlace.in(folder);
    try (AgentLink link =
        new AgentLink(
            () -> ControlClient.connect(place),
            Platform::runLater,
            work -> Thread.ofVirtual().start(work),
            Thread::sleep,
            InstantSource.system())) {
      Thread probe = Thread.ofPlatform().start(this::probe);
      Content content = Headless.call(() -> window(link));
      link.start();
      until(() -> content.scene().lookup(".database") != null);
      Headless.settle();
      tellBlocked("first-window");

      long start = System.nanoTime();
      Headless.call(() -> {
        content.shell().go(new Route.History(Optional.empty()));
        return true;
      });
      until(() -> content.scene().lookup("#history-table") != null);
      TableView<?> table =
          Headless.call(() -> (TableView<?>) content.scene().lookup("#history-table"));
      until(() -> !table.getItems().isEmpty());
      Headless.settle();
      tell("history-shown", System.nanoTime() - start);
      tellBlocked("history");

      wheel(table);
      tellBlocked("wheel");
      start = System.nanoTime();
      int lines = toTheEnd(table, touches);
      tell("to-the-end", System.nanoTime() - start);
      tellBlocked("to-the-end");
      OUT.println("lines " + lines);
      over.set(true);
      probe.join();
    }
  }

  private static Content window(AgentLink link) {
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
            Pages.ALL);
    Stage stage = new Stage();
    stage.setScene(content.scene());
    content.shell().go(new Route.Databases());
    stage.show();
    return content;
  }

  /// Line by line down, as a wheel or a finger does.
  private static void wheel(TableView<?> table) throws Exception {
    VirtualFlow<?> flow = Headless.call(() -> (VirtualFlow<?>) table.lookup(".virtual-flow"));
    long end = System.nanoTime() + WHEEL.toNanos();
    while (System.nanoTime() < end) {
      Headless.call(() -> flow.scrollPixels(STEP));
      Thread.sleep(FRAME_MILLIS);
    }
  }

  /// To the end of what is there, and on when there is more, a frame at a time. The filter that a
  /// person finds lets through the last month.
  private static int toTheEnd(TableView<?> table, int touches) throws Exception {
    int lines = 0;
    long grown = System.nanoTime();
    while (lines < touches && System.nanoTime() - grown < END.toNanos()) {
      int now =
          Headless.call(() -> {
            table.scrollTo(table.getItems().size() - 1);
            return table.getItems().size();
          });
      if (now > lines) {
        lines = now;
        grown = System.nanoTime();
      }
      Thread.sleep(FRAME_MILLIS);
    }
    return lines;
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Headless.call(condition)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("nothing is shown");
      }
      Thread.sleep(FRAME_MILLIS);
    }
  }

  private void tellBlocked(String what) {
    tell("blocked." + what, longest.getAndSet(0));
    tell("busy." + what, busiest.getAndSet(0));
  }

  private static void tell(String what, long nanos) {
    OUT.println(what + " " + Duration.ofNanos(nanos).toMillis());
  }

  private void probe() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    try {
      long before = Headless.call(threads::getCurrentThreadCpuTime);
      while (!over.get()) {
        long asked = System.nanoTime();
        long now = Headless.call(threads::getCurrentThreadCpuTime);
        longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
        busiest.accumulateAndGet(now - before, Math::max);
        before = now;
        Thread.sleep(1);
      }
    } catch (Exception e) {
      throw new IllegalStateException("the window's thread does not answer", e);
    }
  }
}
