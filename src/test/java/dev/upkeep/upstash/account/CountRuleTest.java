package dev.upkeep.upstash.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CountRuleTest {
  private static final Instant FIRST = Instant.parse("2026-11-10T08:00:00Z");
  private static final Instant SECOND = FIRST.plus(Duration.ofHours(12));
  private static final List<Instant> TWO_WRITES =
      List.of(FIRST.plus(Duration.ofHours(3)), FIRST.plus(Duration.ofHours(9)));

  private static Counters month(Instant at, long figure) {
    return new Counters(at, Optional.of(figure), Optional.empty());
  }

  private static Counters day(Instant at, long figure) {
    return new Counters(at, Optional.empty(), Optional.of(figure));
  }

  private static CountVerdict grown(long by) {
    return CountRule.judge(month(FIRST, 100), month(SECOND, 100 + by), TWO_WRITES, 2);
  }

  @Test
  void what_touches_account_for_is_counted() {
    assertThat(grown(4)).isEqualTo(CountVerdict.COUNTED);
    assertThat(grown(2)).isEqualTo(CountVerdict.COUNTED);
    assertThat(grown(36)).isEqualTo(CountVerdict.COUNTED);
  }

  @Test
  void more_than_touches_can_have_sent_is_by_others() {
    assertThat(grown(37)).isEqualTo(CountVerdict.BY_OTHERS);
    assertThat(grown(1_000_000)).isEqualTo(CountVerdict.BY_OTHERS);
  }

  @Test
  void counters_that_stand_still_have_not_counted() {
    assertThat(grown(0)).isEqualTo(CountVerdict.NOT_COUNTED);
  }

  @Test
  void fewer_than_there_were_writes_may_be_late() {
    assertThat(grown(1)).isEqualTo(CountVerdict.UNKNOWN);
  }

  @Test
  void counters_that_go_back_tell_nothing() {
    assertThat(grown(-1)).isEqualTo(CountVerdict.UNKNOWN);
  }

  @Test
  void without_a_write_that_is_an_hour_old_nothing_is_told() {
    Instant fresh = SECOND.minus(Duration.ofMinutes(59));
    Instant before = FIRST.minus(Duration.ofMinutes(1));

    assertThat(CountRule.judge(month(FIRST, 5), month(SECOND, 5), List.of(fresh, before, FIRST), 3))
        .isEqualTo(CountVerdict.UNKNOWN);
  }

  @Test
  void a_change_of_month_starts_anew() {
    Instant late = Instant.parse("2026-11-30T20:00:00Z");
    Instant early = Instant.parse("2026-12-01T08:00:00Z");

    assertThat(
            CountRule.judge(month(late, 700), month(early, 700), List.of(late.plusSeconds(60)), 1))
        .isEqualTo(CountVerdict.UNKNOWN);
  }

  @Test
  void the_days_figures_serve_only_within_one_day() {
    Instant noon = Instant.parse("2026-11-10T12:00:00Z");
    Instant evening = Instant.parse("2026-11-10T23:00:00Z");
    Instant morning = Instant.parse("2026-11-11T01:00:00Z");
    List<Instant> writes = List.of(Instant.parse("2026-11-10T18:00:00Z"));

    assertThat(CountRule.judge(day(noon, 7), day(evening, 7), writes, 1))
        .isEqualTo(CountVerdict.NOT_COUNTED);
    assertThat(CountRule.judge(day(noon, 7), day(morning, 7), writes, 1))
        .isEqualTo(CountVerdict.UNKNOWN);
  }

  @Test
  void two_looks_a_day_apart_alarm_once_and_growth_calls_it_off() {
    CountMemory memory = CountMemory.NONE.after(month(FIRST, 5), List.of(), 0);
    List<Instant> alarms = new ArrayList<>();
    for (int look = 1; look <= 8; look++) {
      Instant at = FIRST.plus(Duration.ofHours(12L * look));
      memory =
          memory.after(month(at, look == 7 ? 9 : 5), List.of(at.minus(Duration.ofHours(6))), 2);
      if (memory.isAlarming(at)) {
        alarms.add(at);
        memory = memory.withTold();
      }
    }

    assertThat(alarms).containsExactly(FIRST.plus(Duration.ofHours(36)));
    assertThat(memory.still()).as("8 is less than 7 had").isZero();
  }

  @Test
  void a_look_between_rare_touches_waits_for_the_next_one() {
    CountMemory memory = CountMemory.NONE.after(month(FIRST, 5), List.of(), 0);
    Instant third = FIRST.plus(Duration.ofHours(36));
    Instant write = FIRST.plus(Duration.ofHours(30));

    memory = memory.after(month(SECOND, 5), List.of(), 0);
    memory = memory.after(month(third, 7), List.of(write), 1);

    assertThat(memory.verdict()).isEqualTo(CountVerdict.COUNTED);
    assertThat(memory.decidedAt()).contains(third);
  }

  /// Whatever the figures: no alarm without two looks that saw a write and no growth, a day apart,
  /// in one month; and never a second one before something was counted.
  @Test
  void any_row_of_looks_alarms_only_for_what_it_should() {
    for (long seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      CountMemory memory = CountMemory.NONE;
      Instant at = FIRST.plus(Duration.ofHours(random.nextInt(700)));
      long figure = 10;
      boolean told = false;
      long before = figure;
      List<Instant> still = new ArrayList<>();
      for (int look = 0; look < 30; look++) {
        Instant next = at.plus(Duration.ofMinutes(1 + random.nextInt(60 * 20)));
        boolean newMonth = !month(at, 0).yearMonth().equals(month(next, 0).yearMonth());
        figure = newMonth ? 0 : figure + (random.nextInt(4) == 0 ? random.nextInt(60) : 0);
        List<Instant> writes =
            random.nextBoolean()
                ? List.of(at.plus(Duration.between(at, next).dividedBy(2)))
                : List.of();
        memory = memory.after(month(next, figure), writes, writes.size());
        if (newMonth || figure != before) {
          still.clear();
        }
        if (memory.verdict() != CountVerdict.NOT_COUNTED
            && memory.decidedAt().equals(Optional.of(next))) {
          told = false;
        }
        boolean settled =
            !writes.isEmpty() && writes.getFirst().isBefore(next.minus(CountRule.LATE));
        if (settled && !newMonth && figure == before) {
          still.add(next);
        }
        if (memory.isAlarming(next)) {
          assertThat(told).as("seed %d", seed).isFalse();
          assertThat(still).as("seed %d", seed).hasSizeGreaterThanOrEqualTo(2);
          assertThat(Duration.between(still.getFirst(), next))
              .as("seed %d", seed)
              .isGreaterThanOrEqualTo(CountMemory.APART);
          memory = memory.withTold();
          told = true;
        }
        before = figure;
        at = next;
      }
    }
  }
}
