package dev.upkeep.bench;

import dev.upkeep.database.TouchMode;
import dev.upkeep.history.History;
import dev.upkeep.history.NewTouch;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import dev.upkeep.window.HistoryScroll;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/// Measures how long the window's thread is blocked at most while a history of a million touches
/// opens and is scrolled through. The aim: 50 ms.
public final class WindowBench {
  private static final int DATABASES = 20;
  private static final int BATCH = 10_000;
  private static final Duration INTERVAL = Duration.ofMinutes(10);
  private static final PrintStream OUT = System.out;

  private WindowBench() {}

  public static void main(String[] arguments) throws Exception {
    int touches = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    Path parent = Files.createDirectories(Path.of("target"));
    Path folder = Files.createTempDirectory(parent, "window-bench-");
    try (History history =
        History.open(
            folder.resolve("upkeep.db"),
            folder.resolve("native"),
            Instant.now(),
            notice -> OUT.println(notice.sentence()))) {
      fill(history, touches);
      HistoryScroll.Blocked blocked = HistoryScroll.through(history, DATABASES, touches);
      OUT.println(
          String.format(
              Locale.ROOT,
              "window's thread blocked at most: %d ms while opening, %d ms while scrolling"
                  + " through %,d touches in %d s",
              blocked.opened().toMillis(),
              blocked.scrolled().toMillis(),
              blocked.lines(),
              blocked.took().toSeconds()));
    } finally {
      delete(folder);
    }
    System.exit(0);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void fill(History history, int touches) {
    Random random = new Random(20260315);
    List<UUID> databases = HistoryScroll.databases(DATABASES);
    Instant first = Instant.now().minus(INTERVAL.multipliedBy(touches / DATABASES));
    List<NewTouch> batch = new ArrayList<>();
    for (int i = 0; i < touches; i++) {
      Instant at = first.plus(INTERVAL.multipliedBy(i / DATABASES)).plusMillis(i % DATABASES);
      Outcome outcome =
          random.nextInt(100) == 0
              ? new Outcome.Failed(FailureKind.TIMEOUT, "No answer within 10 s.", "Is it there?")
              : new Outcome.Alive(
                  Evidence.WRITE,
                  Duration.ofMillis(20 + random.nextInt(100)),
                  Optional.empty(),
                  Optional.empty());
      Touch touch = new Touch(at, outcome, 1, Timings.NONE, Optional.empty());
      batch.add(
          new NewTouch(databases.get(i % DATABASES), touch, TouchMode.WRITE, at.plus(INTERVAL)));
      if (batch.size() == BATCH || i == touches - 1) {
        history.record(batch);
        batch.clear();
      }
    }
  }
}
