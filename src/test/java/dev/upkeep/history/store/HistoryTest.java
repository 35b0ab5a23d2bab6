package dev.upkeep.history.store;

import static dev.upkeep.history.store.Touches.DATABASE;
import static dev.upkeep.history.store.Touches.NOW;
import static dev.upkeep.history.store.Touches.OTHER;
import static dev.upkeep.history.store.Touches.alive;
import static dev.upkeep.history.store.Touches.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.TouchMode;
import dev.upkeep.history.DatabaseRecord;
import dev.upkeep.history.DaySum;
import dev.upkeep.history.Filter;
import dev.upkeep.history.Health;
import dev.upkeep.history.HistoryNotice;
import dev.upkeep.history.LatencyBucket;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.TouchPage;
import dev.upkeep.history.Transition;
import dev.upkeep.language.Sentence;
import dev.upkeep.testing.Modes;
import dev.upkeep.touch.Certificate;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.Stamp;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class HistoryTest {
  private static final Duration HOURS_6 = Duration.ofHours(6);

  @TempDir Path folder;
  private final List<HistoryNotice> notices = new ArrayList<>();
  private Path file;
  private History history;

  @BeforeEach
  void open() throws Exception {
    file = folder.resolve("upkeep.db");
    history = History.open(file, Touches.SQLITE, NOW, notices::add);
  }

  @AfterEach
  void close() {
    history.close();
    assertThat(notices).isEmpty();
  }

  private void restart() throws Exception {
    history.close();
    history = History.open(file, Touches.SQLITE, NOW, notices::add);
  }

  private RecordedTouch record(NewTouch touch) {
    return history.record(List.of(touch)).getFirst();
  }

  @Test
  void every_kind_of_outcome_comes_back_as_it_was() throws Exception {
    List<Outcome> outcomes = new ArrayList<>();
    for (Evidence evidence : Evidence.values()) {
      outcomes.add(
          new Outcome.Alive(
              evidence,
              Duration.ofNanos(123_456_000),
              Optional.of(new Stamp(NOW.minusSeconds(7200), "github-actions")),
              Optional.of(
                  Sentence.verbatim(
                      "Read-back stale; \u00fcber 'quotes' \"here\" \ud83d\ude00."))));
    }
    for (FailureKind kind : FailureKind.values()) {
      outcomes.add(failed(kind));
    }
    for (Outcome.Skipped.Reason reason : Outcome.Skipped.Reason.values()) {
      outcomes.add(Touches.skipped(reason));
    }
    Timings timings =
        new Timings(
            Map.of(
                Rung.NAME, Duration.ofNanos(1_000),
                Rung.TLS, Duration.ofSeconds(29),
                Rung.READ_BACK, Duration.ZERO));
    List<RecordedTouch> recorded = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      Touch touch =
          new Touch(NOW.plusSeconds(i), outcomes.get(i), i % 4, timings, Optional.empty());
      TouchMode mode = List.of(TouchMode.values()).get(i % 3);
      recorded.addFirst(history.record(DATABASE, touch, mode, NOW.plusSeconds(90_000 + i)));
    }

    restart();

    TouchPage page = history.page(Filter.ALL, Optional.empty(), 200);
    assertThat(page.touches()).isEqualTo(recorded);
    assertThat(page.touches())
        .extracting(touch -> touch.touch().outcome())
        .containsExactlyElementsOf(outcomes.reversed());
    assertThat(page.touches()).allMatch(touch -> touch.touch().timings().equals(timings));
    assertThat(page.next()).isEmpty();
  }

  @Test
  void instants_lose_their_nanoseconds_and_the_certificate_is_left_out() throws Exception {
    Touch touch =
        new Touch(
            NOW.plusNanos(1_234_567),
            alive(),
            1,
            Timings.NONE,
            Optional.of(new Certificate("a", "b", NOW)));

    RecordedTouch recorded = history.record(DATABASE, touch, TouchMode.WRITE, NOW.plus(HOURS_6));

    assertThat(recorded.at()).isEqualTo(NOW.plusMillis(1));
    assertThat(recorded.touch().certificate()).isEmpty();
    restart();
    assertThat(history.recent(DATABASE, 1)).containsExactly(recorded);
  }

  @Test
  void a_stamp_from_any_year_is_no_reason_to_fail() throws Exception {
    for (String year : List.of("+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z")) {
      Stamp stamp = Stamp.parse(year + " host").orElseThrow();
      Outcome outcome =
          new Outcome.Alive(
              Evidence.WRITE, Duration.ofMillis(1), Optional.of(stamp), Optional.empty());
      record(Touches.at(NOW, outcome, HOURS_6));
    }

    restart();

    assertThat(history.recent(DATABASE, 5)).hasSize(2);
  }

  @Test
  void a_restart_finds_where_each_database_stands() throws Exception {
    RecordedTouch proof = record(Touches.at(NOW, alive(), HOURS_6));
    Instant first = NOW.plus(HOURS_6);
    record(Touches.at(first, failed(FailureKind.TIMEOUT), HOURS_6));
    record(Touches.at(first.plusSeconds(300), failed(FailureKind.SECRET), HOURS_6));
    record(
        Touches.at(
            first.plusSeconds(400), Touches.skipped(Outcome.Skipped.Reason.OFFLINE), HOURS_6));
    RecordedTouch last =
        record(Touches.at(first.plusSeconds(500), failed(FailureKind.REFUSED), HOURS_6));
    Transition down =
        new Transition(DATABASE, first, Health.ALIVE, Health.FAILING, "Nothing listens there.");
    history.transition(down);
    history.setDue(OTHER, NOW.plusSeconds(60));
    Map<UUID, DatabaseRecord> before = history.standings();

    restart();

    assertThat(history.standings()).isEqualTo(before);
    DatabaseRecord standing =
        history.standings().getOrDefault(DATABASE, DatabaseRecord.unknown(OTHER));
    assertThat(standing)
        .isEqualTo(
            new DatabaseRecord(
                DATABASE,
                Optional.of(last),
                Optional.of(proof),
                2,
                Optional.of(first),
                Optional.of(down),
                Optional.of(last.nextDue()),
                List.of(),
                Optional.empty(),
                Optional.of(NOW),
                Optional.empty(),
                Optional.empty()));
    assertThat(history.nextDue())
        .containsEntry(OTHER, NOW.plusSeconds(60))
        .containsEntry(DATABASE, last.nextDue());
  }

  @Test
  void a_success_ends_a_row_of_failures_even_without_moving_the_margin() {
    RecordedTouch proof = record(Touches.at(NOW, alive(), HOURS_6));
    record(Touches.at(NOW.plusSeconds(1), failed(FailureKind.TIMEOUT), HOURS_6));
    Outcome ping =
        new Outcome.Alive(Evidence.PING, Duration.ofMillis(1), Optional.empty(), Optional.empty());
    record(Touches.at(NOW.plusSeconds(2), ping, HOURS_6));

    assertThat(history.standings().values())
        .singleElement()
        .satisfies(standing -> {
          assertThat(standing.failures()).isZero();
          assertThat(standing.failingSince()).isEmpty();
          assertThat(standing.lastProof()).contains(proof);
        });
  }

  @Test
  void changes_of_health_come_newest_first() {
    Transition first = new Transition(DATABASE, NOW, Health.UNKNOWN, Health.ALIVE, "First touch.");
    Transition second =
        new Transition(OTHER, NOW.plusSeconds(1), Health.ALIVE, Health.DOWN, "Three failures.");
    history.transition(first);
    history.transition(second);

    Instant end = NOW.plusSeconds(2);
    assertThat(history.transitions(Optional.empty(), NOW, end, 10)).containsExactly(second, first);
    assertThat(history.transitions(Optional.of(OTHER), NOW, end, 10)).containsExactly(second);
    assertThat(history.transitions(Optional.empty(), NOW, end, 1)).containsExactly(second);
    assertThat(history.transitions(Optional.empty(), NOW, NOW.plusSeconds(1), 10))
        .containsExactly(first);
    assertThat(history.transitions(Optional.of(new UUID(0, 0)), NOW, end, 10)).isEmpty();
  }

  @Test
  void forgetting_a_database_leaves_no_trace_of_it_and_all_of_the_others() throws Exception {
    record(Touches.at(NOW, failed(FailureKind.AUTH), HOURS_6));
    history.transition(new Transition(DATABASE, NOW, Health.UNKNOWN, Health.DOWN, "Why."));
    RecordedTouch other = record(Touches.at(OTHER, NOW, alive(), HOURS_6));

    history.forget(DATABASE);

    restart();
    assertThat(history.standings()).containsOnlyKeys(OTHER);
    assertThat(history.page(Filter.ALL, Optional.empty(), 9).touches()).containsExactly(other);
    assertThat(history.transitions(Optional.empty(), Instant.EPOCH, Instant.MAX, 9)).isEmpty();
    assertThat(history.days(DATABASE, LocalDate.EPOCH, LocalDate.of(2030, 1, 1))).isEmpty();
    history.close();
    assertThat(RawFile.texts(file)).isEmpty();
    open();
  }

  @Test
  void old_touches_go_and_their_days_stay() throws Exception {
    record(Touches.at(NOW.minus(Duration.ofDays(500)), failed(FailureKind.AUTH), HOURS_6));
    RecordedTouch proof = record(Touches.at(NOW.minus(Duration.ofDays(450)), alive(), HOURS_6));
    record(Touches.at(NOW.minus(Duration.ofDays(449)), failed(FailureKind.TIMEOUT), HOURS_6));
    RecordedTouch last =
        record(Touches.at(NOW.minus(Duration.ofDays(100)), failed(FailureKind.TIMEOUT), HOURS_6));

    assertThat(history.prune(NOW, History.DEFAULT_RETENTION)).isEqualTo(2);
    assertThat(history.prune(NOW, Duration.ofDays(1))).isZero();

    restart();
    assertThat(history.page(Filter.ALL, Optional.empty(), 9).touches())
        .as("the last, and the last that moved the margin however old")
        .containsExactly(last, proof);
    assertThat(history.days(DATABASE, LocalDate.of(2024, 1, 1), LocalDate.of(2026, 12, 1)))
        .filteredOn(day -> day.alive() + day.failed() > 0)
        .hasSize(4);
  }

  @Test
  void a_day_is_summed_up() {
    Instant midnight = Instant.parse("2026-03-10T00:00:00Z");
    record(Touches.at(midnight.plusSeconds(3600), alive(), Duration.ofHours(1)));
    record(Touches.at(midnight.plusSeconds(7200), failed(FailureKind.TLS), Duration.ofHours(1)));
    record(
        Touches.at(
            midnight.plusSeconds(10_000),
            Touches.skipped(Outcome.Skipped.Reason.OFFLINE),
            Duration.ofHours(1)));

    LocalDate day = LocalDate.of(2026, 3, 10);
    assertThat(history.days(DATABASE, day, day.plusDays(1)))
        .containsExactly(
            new DaySum(
                day,
                1,
                1,
                1,
                Optional.of(Duration.ofMillis(42)),
                Duration.ofMinutes(60 + 66),
                Duration.ofMinutes(60)));
  }

  @Test
  void latency_is_charted_in_stretches_without_the_empty_ones() {
    int[] millis = {10, 20, 90};
    for (int i = 0; i < 3; i++) {
      Outcome outcome =
          new Outcome.Alive(
              Evidence.WRITE, Duration.ofMillis(millis[i]), Optional.empty(), Optional.empty());
      record(Touches.at(NOW.plusSeconds(new int[] {0, 5, 35}[i]), outcome, HOURS_6));
    }
    record(Touches.at(NOW.plusSeconds(36), failed(FailureKind.TIMEOUT), HOURS_6));

    assertThat(history.latencySeries(DATABASE, NOW, NOW.plusSeconds(40), 4))
        .containsExactly(
            new LatencyBucket(
                NOW, 2, Duration.ofMillis(10), Duration.ofMillis(15), Duration.ofMillis(20)),
            new LatencyBucket(
                NOW.plusSeconds(30),
                1,
                Duration.ofMillis(90),
                Duration.ofMillis(90),
                Duration.ofMillis(90)));
    assertThat(history.latencySeries(DATABASE, NOW, NOW, 4)).isEmpty();
  }

  @Test
  void a_file_of_a_newer_version_is_left_as_it_is_and_history_stays_in_memory() throws Exception {
    history.close();
    RawFile.run(file, "PRAGMA user_version = 999");
    byte[] before = Files.readAllBytes(file);

    notices.clear();
    history = History.open(file, Touches.SQLITE, NOW, notices::add);
    history.record(DATABASE, Touches.touch(NOW, alive()), TouchMode.WRITE, NOW.plusSeconds(60));
    history.tend(NOW.plusSeconds(60));
    history.tend(NOW.plusSeconds(120));

    assertThat(history.standing(DATABASE).last()).isPresent();
    assertThat(notices)
        .singleElement()
        .satisfies(
            notice -> assertThat(notice.toString()).contains("999", "upkeep.db", "stays as it is"));

    assertThat(file).hasBinaryContent(before);
    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
    RawFile.run(file, "PRAGMA user_version = " + Schema.VERSION);
    history.close();
    notices.clear();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nobody_else_may_read_it() throws Exception {
    history.close();
    Modes.set(file, "rw-rw-rw-");
    open();
    record(Touches.at(NOW, alive(), HOURS_6));

    try (var files = Files.list(folder)) {
      assertThat(files.toList())
          .hasSizeGreaterThan(1)
          .allSatisfy(path -> assertThat(Modes.of(path)).isEqualTo("rw-------"));
    }
  }

  @Test
  void any_name_of_a_folder_will_do() throws Exception {
    Path odd = folder.resolve("a b?c=d&e#f%41;\u00fc").resolve("deeper").resolve("up keep?.db");
    try (History other = History.open(odd, Touches.SQLITE, NOW, notices::add)) {
      other.record(Touches.minutes(3));
      assertThat(other.trouble()).isEmpty();
    }
    try (History other = History.open(odd, Touches.SQLITE, NOW, notices::add)) {
      assertThat(other.recent(DATABASE, 9)).hasSize(3);
    }
    assertThat(odd).isRegularFile();
  }
}
