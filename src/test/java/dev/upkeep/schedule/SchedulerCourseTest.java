package dev.upkeep.schedule;

import static dev.upkeep.schedule.Rig.SHOP;
import static dev.upkeep.schedule.Rig.SIX_HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Pause;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the listener takes for being touched at a moment. The [Rig] itself fails when a touch ends
/// that has not begun, or begins while another runs.
final class SchedulerCourseTest {
  private static final Duration TOUCH = Duration.ofSeconds(10);

  private final Rig rig = Rig.withShop();

  private void touching() {
    rig.databases.take(TOUCH);
    var _ = rig.touchNow(SHOP);
    assertThat(rig.running).containsExactly(SHOP);
  }

  @Test
  void a_scheduled_touch_begins_when_it_is_due_and_ends_with_its_result() {
    rig.databases.take(TOUCH);
    Duration until = Duration.between(rig.time.instant(), rig.stored.get(SHOP));

    rig.time.pass(until.minusSeconds(1));
    assertThat(rig.running).isEmpty();
    rig.time.pass(Duration.ofSeconds(2));
    assertThat(rig.running).containsExactly(SHOP);
    rig.time.pass(TOUCH);

    assertThat(rig.running).isEmpty();
    assertThat(rig.databases.ids()).containsExactly(SHOP);
  }

  @Test
  void what_waits_its_turn_has_not_begun() {
    Rig busy = new Rig();
    busy.databases.take(TOUCH);
    busy.scheduler.start(Rig.plans(100), Map.of());

    busy.time.pass(Duration.ofSeconds(5));

    assertThat(busy.running).hasSize(Visits.AT_ONCE);
    busy.time.pass(Duration.ofMinutes(5));
    assertThat(busy.running).isEmpty();
    assertThat(busy.databases.ids()).hasSize(100);
  }

  @Test
  void a_removal_drops_the_touch_that_runs() {
    touching();

    rig.scheduler.remove(SHOP);

    assertThat(rig.running).isEmpty();
    rig.time.pass(Duration.ofDays(1));
    assertThat(rig.running).isEmpty();
  }

  @Test
  void a_replacement_drops_it_and_the_new_touch_begins_after_it() {
    touching();
    rig.time.pass(TOUCH.dividedBy(2));

    rig.scheduler.renew(Rig.plan(SHOP, SIX_HOURS));
    assertThat(rig.running).isEmpty();
    rig.time.pass(TOUCH.dividedBy(2).plusSeconds(1));
    assertThat(rig.running).containsExactly(SHOP);
    rig.time.pass(TOUCH);

    assertThat(rig.running).isEmpty();
    assertThat(rig.databases.ids()).containsExactly(SHOP, SHOP);
  }

  @Test
  void two_replacements_drop_it_once() {
    touching();

    rig.scheduler.renew(Rig.plan(SHOP, SIX_HOURS));
    rig.scheduler.renew(Rig.plan(SHOP, Duration.ofHours(2)));

    assertThat(rig.running).isEmpty();
    rig.time.pass(TOUCH.multipliedBy(3));
    assertThat(rig.databases.ids()).containsExactly(SHOP, SHOP);
  }

  @Test
  void a_pause_lets_a_touch_that_runs_end() {
    touching();

    rig.scheduler.put(Rig.paused(SHOP, new Pause.UntilResumed()));
    assertThat(rig.running).containsExactly(SHOP);
    rig.time.pass(TOUCH);

    assertThat(rig.running).isEmpty();
  }

  @Test
  void a_stop_drops_what_outlasts_its_patience() {
    touching();

    var _ = rig.scheduler.stop(Duration.ofSeconds(5));
    assertThat(rig.running).containsExactly(SHOP);
    rig.time.pass(Duration.ofSeconds(5));

    assertThat(rig.running).isEmpty();
    rig.time.pass(TOUCH);
    assertThat(rig.running).isEmpty();
  }
}
