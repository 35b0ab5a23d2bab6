package dev.upkeep.schedule;

import static dev.upkeep.schedule.Rig.SHOP;
import static dev.upkeep.schedule.Rig.SIX_HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sleep, clocks that are set, and daylight saving.
final class SchedulerClockTest {
  private static final Duration SOONEST = Duration.ofMinutes(342);
  private static final Duration LATEST = Duration.ofMinutes(378);

  @Test
  void an_ordinary_day_has_a_touch_every_six_hours_give_or_take_five_percent() {
    Rig rig = Rig.withShop();

    for (int i = 0; i < 20; i++) {
      assertThat(rig.untilNextTouch())
          .isBetween(SOONEST.minusMinutes(2), LATEST.plus(Duration.ofSeconds(1)));
    }
    assertThat(rig.time.longestWait()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void ten_hours_of_sleep_give_exactly_one_touch_per_overdue_database() {
    UUID daily = Rig.id(2000);
    Rig rig = new Rig();
    List<Plan> plans = new ArrayList<>(Rig.plans(50));
    plans.add(Rig.plan(daily, Duration.ofDays(1)));
    rig.started(plans);

    rig.time.sleep(Duration.ofHours(10));
    rig.time.pass(Duration.ofHours(5));

    assertThat(rig.databases.ids())
        .doesNotContain(daily)
        .containsExactlyInAnyOrderElementsOf(Rig.plans(50).stream().map(Plan::id).toList());
    Duration waking = Duration.ofMinutes(1);
    assertThat(rig.databases.visits())
        .allSatisfy(visit ->
            assertThat(visit.begun()).isBetween(waking, waking.plusSeconds(30).plusSeconds(5)));
  }

  @Test
  void told_of_the_waking_it_does_not_wait_at_all() {
    Rig rig = Rig.withShop();
    rig.time.sleep(Duration.ofHours(10));

    rig.scheduler.catchUp();
    rig.time.pass(Duration.ofMillis(50));

    assertThat(rig.databases.ids()).containsExactly(SHOP);
    rig.time.pass(Duration.ofHours(5));
    assertThat(rig.databases.ids()).containsExactly(SHOP);
  }

  @Test
  void a_sleep_in_the_middle_of_a_touch_adds_none() {
    Rig rig = Rig.withShop();
    rig.databases.take(Duration.ofSeconds(40));
    rig.time.sleep(SIX_HOURS.plusHours(1));
    rig.time.pass(Duration.ofSeconds(35));
    assertThat(rig.databases.running()).isEqualTo(1);

    rig.time.sleep(Duration.ofHours(10));
    rig.time.pass(Duration.ofHours(5));

    assertThat(rig.databases.ids()).containsExactly(SHOP);
  }

  @ParameterizedTest
  @CsvSource({"PT10M", "P1D", "P31D", "P3650D"})
  void a_clock_set_back_silences_nobody(Duration back) {
    Rig rig = Rig.withShop();

    rig.time.set(rig.time.instant().minus(back));

    // Nobody knows how long ago the last one was.
    assertThat(rig.untilNextTouch()).isLessThan(Duration.ofMinutes(1));
    assertThat(rig.untilNextTouch()).isBetween(SOONEST.minusMinutes(2), LATEST.plusMinutes(1));
  }

  @Test
  void a_due_time_that_a_clock_set_back_has_moved_is_stored() {
    Rig rig = Rig.withShop();

    rig.time.set(rig.time.instant().minus(Duration.ofDays(1)));
    rig.time.pass(Duration.ofSeconds(35));

    assertThat(Duration.between(rig.time.instant(), rig.stored.get(SHOP)))
        .isBetween(SOONEST.minusSeconds(30), LATEST);
    assertThat(rig.scheduler.nextTouch(SHOP)).contains(rig.stored.get(SHOP));
  }

  @Test
  void a_clock_set_forward_a_month_gives_one_touch_each_and_then_the_usual_ones() {
    Rig rig = new Rig().started(Rig.plans(20));

    rig.time.set(rig.time.instant().plus(Duration.ofDays(31)));
    rig.time.pass(Duration.ofHours(5));
    assertThat(rig.databases.ids()).hasSize(20).doesNotHaveDuplicates();

    rig.time.pass(Duration.ofMinutes(90));
    assertThat(rig.databases.ids()).hasSize(40);
  }

  @Test
  void a_clock_that_is_set_to_and_fro_gives_no_burst() {
    Rig rig = Rig.withShop();

    for (int i = 0; i < 10; i++) {
      rig.time.set(rig.time.instant().minus(Duration.ofDays(1)));
      rig.time.pass(Duration.ofMinutes(1));
      rig.time.set(rig.time.instant().plus(Duration.ofDays(1)));
      rig.time.pass(Duration.ofMinutes(1));
    }

    // One for each jump: a day has passed, or nobody knows how long.
    assertThat(rig.databases.ids()).hasSizeLessThanOrEqualTo(20);
  }

  /// The local time of a night in which six hours by the clock on the wall are five or seven.
  @ParameterizedTest
  @CsvSource({"2026-03-28T22:00:00Z, PT7H", "2026-10-24T22:00:00Z, PT5H"})
  void daylight_saving_changes_nothing(Instant evening, Duration sixHoursLocally) {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    try {
      assertThat(Duration.between(local(evening), local(evening.plus(SIX_HOURS))))
          .as("the clock is changed in this night")
          .isEqualTo(sixHoursLocally);
      Rig rig = new Rig(evening).started(Rig.plans(10));

      rig.time.pass(SOONEST.minusMinutes(2));
      assertThat(rig.databases.ids()).isEmpty();
      rig.time.pass(Duration.ofMinutes(40));
      assertThat(rig.databases.ids()).hasSize(10).doesNotHaveDuplicates();
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneId.systemDefault());
  }
}
