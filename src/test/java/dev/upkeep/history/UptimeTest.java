package dev.upkeep.history;

import static dev.upkeep.history.store.Touches.DATABASE;
import static dev.upkeep.history.store.Touches.NOW;
import static dev.upkeep.history.store.Touches.alive;
import static dev.upkeep.history.store.Touches.failed;
import static dev.upkeep.history.store.Touches.skipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upkeep.database.TouchMode;
import dev.upkeep.history.store.History;
import dev.upkeep.history.store.NewTouch;
import dev.upkeep.history.store.Touches;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The figures are worked out by hand. "-9 h" is nine hours before now, 2026-03-10 12:00 UTC, and a
/// touch "for 6 h" is due again after 6 h, so it vouches for 6 h 36 min at most.
final class UptimeTest {
  private static final List<FailureKind> KINDS = List.of(FailureKind.values());
  private static final Duration HOURS_6 = Duration.ofHours(6);
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path folder;
  private int files;

  /// Every touch came in time.
  ///
  /// Touches at -24, -18, -12 and -6 h, each for 6 h. Each is cut short by the next; the last
  /// vouches until +36 min, which is cut off at now.
  ///
  ///     span 24 h, watched 4 x 6 = 24 h, up 24 h
  @Test
  void a_database_that_is_touched_in_time_is_watched_all_day() throws Exception {
    List<NewTouch> touches = new ArrayList<>();
    for (int hours = 24; hours >= 6; hours -= 6) {
      touches.add(Touches.at(before(hours), alive(), HOURS_6));
    }

    Uptime uptime = uptime(touches, DAY);

    assertThat(uptime).isEqualTo(new Uptime(DAY, DAY, DAY));
    assertThat(uptime.watchedShare()).hasValue(1);
    assertThat(uptime.upShare()).hasValue(1);
  }

  /// A laptop slept.
  ///
  /// A touch at -24 h for 6 h vouches until -24 + 6.6 = -17.4 h. Nothing until -4 h, for 6 h: until
  /// now.
  ///
  ///     span 24 h, watched 6.6 + 4 = 10.6 h, up 10.6 h
  ///     watched 10.6 / 24 = 44.17 %, up 100 % of that
  @Test
  void time_asleep_is_unwatched_and_not_up() throws Exception {
    Uptime uptime =
        uptime(
            List.of(
                Touches.at(before(24), alive(), HOURS_6), Touches.at(before(4), alive(), HOURS_6)),
            DAY);

    assertThat(uptime).isEqualTo(new Uptime(DAY, minutes(636), minutes(636)));
    assertThat(uptime.watchedShare().orElseThrow()).isCloseTo(0.4417, within(0.00005));
    assertThat(uptime.upShare()).hasValue(1);
  }

  /// A chart of four stretches of 6 h. Alive at -24 h for 6 h, which vouches for 6 h 36 min; failed
  /// at -12 h for 1 h, which vouches for 66 min; alive at -6 h for 6 h.
  ///
  ///     watched 6 h, 36 min, 66 min, 6 h; up 6 h, 36 min, 0, 6 h
  @Test
  void a_chart_tells_outages_from_time_that_nobody_watched() throws Exception {
    Instant from = NOW.minus(DAY);
    try (History history =
        History.open(folder.resolve("chart.db"), folder.resolve("native"), NOW, _ -> {})) {
      history.record(
          List.of(
              Touches.at(before(24), alive(), HOURS_6),
              Touches.at(before(12), failed(FailureKind.TIMEOUT), Duration.ofHours(1)),
              Touches.at(before(6), alive(), HOURS_6)));

      List<Stretch> chart = history.chart(DATABASE, from, NOW, 4);

      assertThat(chart)
          .extracting(Stretch::watched)
          .containsExactly(HOURS_6, minutes(36), minutes(66), HOURS_6);
      assertThat(chart)
          .extracting(Stretch::up)
          .containsExactly(HOURS_6, minutes(36), Duration.ZERO, HOURS_6);
      assertThat(chart)
          .extracting(stretch -> stretch.latency().map(LatencyBucket::touches).orElse(0L))
          .containsExactly(1L, 0L, 0L, 1L);
      assertThat(chart.getLast().to()).isEqualTo(NOW);
      assertThat(history.chart(DATABASE, NOW, from, 4)).isEmpty();
      assertThat(history.chart(DATABASE, from, NOW, 9_999)).hasSize(History.MAX_STRETCHES);
    }
  }

  /// An outage, in a database that was added 12 h ago.
  ///
  /// Alive at -12 h for 6 h. Failed at -6 h for 5 min, at -5 h 55 for 15 min, at -5 h 40 for 1 h.
  /// Alive at -4 h 40 for 6 h. No gap: each is cut short by the next, the last by now.
  ///
  ///     span 12 h, for there was nothing before
  ///     down 6 h - 4 h 40 = 1 h 20, up 12 h - 1 h 20 = 10 h 40, watched 12 h
  ///     up 640 / 720 = 88.89 %
  @Test
  void an_outage_lasts_from_the_first_failure_to_the_next_success() throws Exception {
    Uptime uptime =
        uptime(
            List.of(
                Touches.at(before(12), alive(), HOURS_6),
                Touches.at(before(6), failed(FailureKind.TIMEOUT), minutes(5)),
                Touches.at(NOW.minus(minutes(355)), failed(FailureKind.REFUSED), minutes(15)),
                Touches.at(NOW.minus(minutes(340)), failed(FailureKind.AUTH), minutes(60)),
                Touches.at(NOW.minus(minutes(280)), alive(), HOURS_6)),
            DAY);

    assertThat(uptime).isEqualTo(new Uptime(minutes(720), minutes(720), minutes(640)));
    assertThat(uptime.upShare().orElseThrow()).isCloseTo(0.8889, within(0.00005));
  }

  /// Reasons of our own.
  ///
  /// Alive at -10 h for 6 h: until -3 h 24, and what is silent takes nothing away from it. SECRET at
  /// -4 h and -3 h 55, OFFLINE at -3 h: silent. TIMEOUT at -1 h for 5 min: down for 5.5 min. INTERNAL
  /// at -55 min, PAUSED at -50 min: silent.
  ///
  ///     span 10 h, up 6 h 36 = 396 min, down 5.5 min, watched 401.5 min
  ///     watched 401.5 / 600 = 66.92 %, up 396 / 401.5 = 98.63 %
  @Test
  void what_says_nothing_about_the_database_is_unwatched() throws Exception {
    Uptime uptime =
        uptime(
            List.of(
                Touches.at(before(10), alive(), HOURS_6),
                Touches.at(before(4), failed(FailureKind.SECRET), minutes(5)),
                Touches.at(NOW.minus(minutes(235)), failed(FailureKind.SECRET), minutes(15)),
                Touches.at(before(3), skipped(Outcome.Skipped.Reason.OFFLINE), minutes(5)),
                Touches.at(before(1), failed(FailureKind.TIMEOUT), minutes(5)),
                Touches.at(NOW.minus(minutes(55)), failed(FailureKind.INTERNAL), minutes(15)),
                Touches.at(
                    NOW.minus(minutes(50)), skipped(Outcome.Skipped.Reason.PAUSED), HOURS_6)),
            DAY);

    assertThat(uptime)
        .isEqualTo(new Uptime(minutes(600), Duration.ofSeconds(24_090), minutes(396)));
    assertThat(uptime.watchedShare().orElseThrow()).isCloseTo(0.6692, within(0.00005));
    assertThat(uptime.upShare().orElseThrow()).isCloseTo(0.9863, within(0.00005));
  }

  /// A long interval that reaches into a window of 7 days, over many midnights.
  ///
  /// Alive at -9 d for 3 d: until -9 + 3.3 = -5.7 d, of which -7 to -5.7 d counts: 1.3 d = 31.2 h.
  /// Failed at -4 d for 1 h: 1.1 h down. Alive at -2 d for 3 d: until now, 2 d = 48 h.
  ///
  ///     span 168 h, up 31.2 + 48 = 79.2 h, watched 80.3 h
  ///     watched 80.3 / 168 = 47.80 %, up 79.2 / 80.3 = 98.63 %
  @Test
  void what_was_vouched_for_before_the_window_counts_in_it() throws Exception {
    Uptime uptime =
        uptime(
            List.of(
                Touches.at(before(9 * 24), alive(), Duration.ofDays(3)),
                Touches.at(before(4 * 24), failed(FailureKind.CLOSED), minutes(60)),
                Touches.at(before(2 * 24), alive(), Duration.ofDays(3))),
            Duration.ofDays(7));

    assertThat(uptime)
        .isEqualTo(new Uptime(Duration.ofDays(7), minutes(80 * 60 + 18), minutes(79 * 60 + 12)));
    assertThat(uptime.watchedShare().orElseThrow()).isCloseTo(0.4780, within(0.00005));
    assertThat(uptime.upShare().orElseThrow()).isCloseTo(0.9863, within(0.00005));
  }

  @Test
  void nothing_is_known_before_the_first_touch() throws Exception {
    assertThat(uptime(List.of(), DAY).watchedShare()).isEmpty();
    assertThat(uptime(List.of(Touches.at(NOW, alive(), HOURS_6)), DAY).upShare()).isEmpty();
  }

  @Test
  void a_due_time_in_another_age_vouches_for_33_days_at_most() throws Exception {
    List<NewTouch> touches =
        List.of(
            new NewTouch(
                DATABASE, Touches.touch(before(40 * 24), alive()), TouchMode.WRITE, Instant.MAX));

    assertThat(uptime(touches, Duration.ofDays(90)).up()).isEqualTo(Duration.ofDays(33));
  }

  /// Also when the clock was set back or forward, so that touches are recorded out of order, and
  /// touches of the future exist.
  @Test
  void the_sums_of_days_and_the_touches_themselves_give_the_same_figures() throws Exception {
    Random random = new Random(4711);
    for (int round = 0; round < 12; round++) {
      List<NewTouch> touches = new ArrayList<>();
      Instant at = before(random.nextInt(120) * 24);
      for (int i = 0; i < 150; i++) {
        int minutes = 1 + random.nextInt(random.nextInt(10) == 0 ? 30 * 1440 : 600);
        touches.add(Touches.at(at, anyOutcome(random), minutes(minutes)));
        at = at.plusSeconds(random.nextInt(minutes * 70) - (random.nextInt(10) == 0 ? 90_000 : 0));
      }
      uptimes(touches, List.of(DAY, Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(90)));
    }
  }

  private static Outcome anyOutcome(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> failed(KINDS.get(random.nextInt(KINDS.size())));
      case 1 -> skipped(Outcome.Skipped.Reason.OFFLINE);
      default -> alive();
    };
  }

  private Uptime uptime(List<NewTouch> touches, Duration window) throws Exception {
    return uptimes(touches, List.of(window)).getFirst();
  }

  /// By both ways, which have to agree.
  private List<Uptime> uptimes(List<NewTouch> touches, List<Duration> windows) throws Exception {
    Path file = folder.resolve("upkeep-" + files++ + ".db");
    try (History history = History.open(file, Touches.SQLITE, NOW, notice -> {})) {
      List<RecordedTouch> recorded = new ArrayList<>();
      touches.forEach(touch -> recorded.addAll(history.record(List.of(touch))));
      return windows.stream()
          .map(window -> {
            Uptime pure = Uptime.of(recorded, window, NOW);
            assertThat(history.uptime(DATABASE, window, NOW)).isEqualTo(pure);
            return pure;
          })
          .toList();
    }
  }

  private static Instant before(int hours) {
    return NOW.minus(Duration.ofHours(hours));
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
