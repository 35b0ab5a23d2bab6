package dev.upkeep.schedule;

import static dev.upkeep.schedule.Rig.SHOP;
import static dev.upkeep.schedule.Rig.SIX_HOURS;
import static dev.upkeep.schedule.Rig.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A restart continues, it does not begin again.
final class SchedulerStartTest {
  private static final List<Plan> PLAN = List.of(Rig.plan(SHOP, SIX_HOURS));

  private final Rig rig = new Rig();

  private void startWith(Stored stored) {
    rig.scheduler.start(PLAN, Map.of(SHOP, stored));
  }

  @Test
  void a_new_database_is_touched_at_once_and_its_due_time_told_before() {
    rig.scheduler.start(PLAN, Map.of());

    assertThat(rig.stored).containsEntry(SHOP, START);
    assertThat(rig.databases.running()).isEqualTo(1);
    rig.time.pass(Duration.ofSeconds(1));
    assertThat(rig.databases.ids()).containsExactly(SHOP);
    assertThat(rig.stored.get(SHOP)).isAfter(START.plus(Duration.ofMinutes(342)));
  }

  @Test
  void a_database_that_is_added_later_is_touched_at_once_too() {
    rig.scheduler.start(List.of(), Map.of());
    rig.time.pass(Duration.ofHours(1));

    rig.scheduler.put(Rig.plan(SHOP, SIX_HOURS));
    rig.time.pass(Duration.ofMillis(50));

    assertThat(rig.databases.ids()).containsExactly(SHOP);
  }

  @Test
  void a_stored_due_time_is_kept_to() {
    startWith(new Stored(START.plus(Duration.ofMinutes(47)), 0));

    assertThat(rig.untilNextTouch()).isEqualTo(Duration.ofMinutes(47));
    assertThat(rig.databases.ids()).containsExactly(SHOP);
  }

  @Test
  void due_times_in_the_past_give_one_touch_each_the_longest_overdue_first() {
    Map<UUID, Stored> stored = new HashMap<>();
    for (int i = 0; i < 10; i++) {
      stored.put(Rig.id(i), new Stored(START.minus(Duration.ofDays(i)), 0));
    }
    rig.scheduler.start(Rig.plans(10), stored);

    rig.time.pass(Duration.ofHours(5));

    assertThat(rig.databases.ids())
        .containsExactlyElementsOf(Rig.plans(10).reversed().stream().map(Plan::id).toList());
    assertThat(rig.databases.visits().getLast().begun()).isLessThan(Visits.SPREAD);
  }

  @Test
  void a_due_time_stored_under_a_clock_that_went_ahead_is_pulled_in() {
    startWith(new Stored(START.plus(Duration.ofDays(365)), 0));

    assertThat(rig.stored.get(SHOP)).isBefore(START.plus(Duration.ofMinutes(379)));
    assertThat(rig.untilNextTouch()).isLessThan(Duration.ofMinutes(379));
  }

  @Test
  void the_failures_before_the_restart_still_count() {
    rig.databases.answer(FakeDatabases.FAILED);
    startWith(new Stored(START, 2));
    rig.time.pass(Duration.ofSeconds(1));

    assertThat(rig.untilNextTouch()).isBetween(Duration.ofMinutes(56), Duration.ofMinutes(63));
  }

  @Test
  void an_interval_that_was_edited_after_the_restart_counts_from_the_touch_before_it() {
    startWith(new Stored(START.plus(Duration.ofHours(2)), 0));

    rig.scheduler.put(Rig.plan(SHOP, Duration.ofHours(5)));

    // Due in 2 h every 6 h: touched 4 h ago. Every 5 h: due in 1 h.
    assertThat(rig.untilNextTouch()).isBetween(Duration.ofMinutes(45), Duration.ofMinutes(75));
  }

  @Test
  void a_scheduler_without_databases_waits_for_nothing() {
    rig.scheduler.start(List.of(), Map.of());
    rig.time.pass(Duration.ofDays(1));

    assertThat(rig.time.longestWait()).isZero();
  }
}
