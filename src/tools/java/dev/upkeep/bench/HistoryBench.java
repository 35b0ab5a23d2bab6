package dev.upkeep.bench;

import dev.upkeep.database.TouchMode;
import dev.upkeep.history.Cursor;
import dev.upkeep.history.Filter;
import dev.upkeep.history.Verdict;
import dev.upkeep.history.store.History;
import dev.upkeep.history.store.NewTouch;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.Stamp;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Fills a history with a million touches of 20 databases and measures what the window and the
/// command line ask it. The budgets: first page 20 ms, 90-day uptime 50 ms.
public final class HistoryBench {
  private static final int DATABASES = 20;
  private static final int BATCH = 10_000;
  private static final Duration INTERVAL = Duration.ofMinutes(10);
  private static final Instant NOW = Instant.parse("2026-03-15T14:23:45Z");
  private static final PrintStream OUT = System.out;

  private final Random random = new Random(20260315);
  private final List<UUID> databases =
      IntStream.range(0, DATABASES).mapToObj(i -> new UUID(1, i)).toList();

  private HistoryBench() {}

  public static void main(String[] arguments) throws Exception {
    int touches = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    Path parent = Files.createDirectories(Path.of("target"));
    Path folder = Files.createTempDirectory(parent, "history-bench-");
    try {
      new HistoryBench().run(folder, touches);
    } finally {
      delete(folder);
    }
  }

  private void run(Path folder, int touches) throws Exception {
    Path file = folder.resolve("upkeep.db");
    try (History history = open(folder, file)) {
      long start = System.nanoTime();
      fill(history, touches);
      print(
          String.format(
              Locale.ROOT,
              "%,d touches recorded in batches: %.1f s",
              touches,
              millisSince(start) / 1000));
    }
    print(
        String.format(
            Locale.ROOT,
            "file: %.1f MiB, %d bytes a touch",
            size(file) / 1048576.0,
            size(file) / touches));
    long start = System.nanoTime();
    try (History history = open(folder, file)) {
      print(String.format(Locale.ROOT, "opened and checked: %.0f ms", millisSince(start)));
      measure(history);
      start = System.nanoTime();
      int exported = 0;
      for (Iterator<?> all = history.all(Filter.ALL); all.hasNext(); all.next()) {
        exported++;
      }
      print(
          String.format(
              Locale.ROOT,
              "%,d touches read for an export: %.1f s",
              exported,
              millisSince(start) / 1000));
      start = System.nanoTime();
      history.forget(databases.get(3));
      print(String.format(Locale.ROOT, "one database forgotten: %.0f ms", millisSince(start)));
    }
  }

  private void measure(History history) {
    UUID one = databases.get(7);
    Optional<Cursor> top = Optional.empty();
    Filter failed = Filter.ALL.ended(Set.of(Verdict.FAILED));
    Cursor deep = new Cursor(NOW.minus(Duration.ofDays(200)), Long.MAX_VALUE);
    Figures.atMost(
        "1,000,000 touches: first page of the history",
        median("first page", () -> history.page(Filter.ALL, top, 200)),
        "ms",
        20);
    median("page 200 days back", () -> history.page(Filter.ALL, Optional.of(deep), 200));
    median("first page of one database", () -> history.page(Filter.ALL.of(Set.of(one)), top, 200));
    median(
        "first page of three databases",
        () -> history.page(Filter.ALL.of(Set.copyOf(databases.subList(3, 6))), top, 200));
    median("first page of failures", () -> history.page(failed, top, 200));
    median(
        "first page of one database's failures",
        () -> history.page(failed.of(Set.of(one)), top, 200));
    median(
        "first page of a rare kind of failure",
        () -> history.page(Filter.ALL.failed(Set.of(FailureKind.TLS)), top, 200));
    median("strip of 90", () -> history.recent(one, 90));
    Figures.atMost(
        "1,000,000 touches: 90-day uptime",
        median(
            "90-day uptime of one database", () -> history.uptime(one, Duration.ofDays(90), NOW)),
        "ms",
        50);
    median(
        "90-day uptime of all databases",
        () -> databases.forEach(id -> history.uptime(id, Duration.ofDays(90), NOW)));
    median("24-hour uptime", () -> history.uptime(one, Duration.ofDays(1), NOW));
    median(
        "latency chart, 90 days",
        () -> history.latencySeries(one, NOW.minus(Duration.ofDays(90)), NOW, 180));
    median(
        "one touch recorded",
        () -> history.record(List.of(touch(one, NOW.plusMillis(random.nextInt(1_000_000))))));
  }

  private void fill(History history, int touches) {
    int rounds = touches / DATABASES;
    List<NewTouch> batch = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Instant due = NOW.minus(INTERVAL.multipliedBy(rounds - round));
      for (UUID database : databases) {
        batch.add(touch(database, due.plusMillis(random.nextInt(30_000))));
      }
      if (batch.size() >= BATCH || round == rounds - 1) {
        history.record(batch);
        batch.clear();
      }
    }
  }

  /// One in a hundred fails, one in fifty finds this computer offline.
  private NewTouch touch(UUID database, Instant at) {
    int dice = random.nextInt(100);
    Outcome outcome;
    if (dice == 0) {
      outcome =
          new Outcome.Failed(
              random.nextInt(100) == 0 ? FailureKind.TLS : FailureKind.TIMEOUT,
              "No answer within 10 s.",
              "The database may be busy; Upkeep tries again by itself.");
    } else if (dice <= 2) {
      outcome = new Outcome.Skipped(Outcome.Skipped.Reason.OFFLINE, "No name can be resolved.");
    } else {
      outcome =
          new Outcome.Alive(
              Evidence.WRITE,
              Duration.ofNanos(20_000_000 + random.nextInt(100_000_000)),
              Optional.of(new Stamp(at.minus(INTERVAL), "laptop")),
              Optional.empty());
    }
    Timings timings =
        new Timings(
            Map.of(
                Rung.NAME, Duration.ofNanos(random.nextInt(5_000_000)),
                Rung.TCP, Duration.ofNanos(random.nextInt(20_000_000)),
                Rung.TLS, Duration.ofNanos(random.nextInt(60_000_000)),
                Rung.AUTHENTICATED, Duration.ofNanos(random.nextInt(20_000_000)),
                Rung.PING, Duration.ofNanos(random.nextInt(20_000_000))));
    Touch touch = new Touch(at, outcome, 1, timings, Optional.empty());
    return new NewTouch(database, touch, TouchMode.WRITE, at.plus(INTERVAL));
  }

  private static History open(Path folder, Path file) throws Exception {
    return History.open(file, folder.resolve("native"), NOW, notice -> print(notice.sentence()));
  }

  private static double median(String what, Runnable work) {
    double[] millis = new double[51];
    for (int i = 0; i < millis.length; i++) {
      long start = System.nanoTime();
      work.run();
      millis[i] = millisSince(start);
    }
    double first = millis[0];
    Arrays.sort(millis);
    print(
        String.format(
            Locale.ROOT,
            "%-40s median %7.2f ms, first %7.2f ms",
            what,
            millis[millis.length / 2],
            first));
    return millis[millis.length / 2];
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static long size(Path file) throws IOException {
    return Files.size(file);
  }

  private static void print(String line) {
    OUT.println(line);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }
}
