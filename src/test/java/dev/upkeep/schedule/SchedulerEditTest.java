package dev.upkeep.schedule;

import static dev.upkeep.schedule.Rig.SHOP;
import static dev.upkeep.schedule.Rig.SIX_HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Pause;
import dev.upkeep.touch.Touch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// What a person does while the scheduler waits or touches.
final class SchedulerEditTest {
  private final Rig rig = Rig.withShop();

  @Test
  void a_shorter_interval_counts_from_the_last_touch() {
    rig.time.pass(Duration.ofHours(1));

    rig.scheduler.put(Rig.plan(SHOP, Duration.ofHours(2)));

    // About 61 minutes have passed of about 120.
    assertThat(rig.untilNextTouch()).isBetween(Duration.ofMinutes(52), Duration.ofMinutes(66));
    assertThat(rig.untilNextTouch()).isBetween(Duration.ofMinutes(113), Duration.ofMinutes(127));
  }

  @Test
  void an_interval_that_is_over_already_means_now() {
    rig.time.pass(Duration.ofHours(3));

    rig.scheduler.put(Rig.plan(SHOP, Duration.ofHours(1)));
    rig.time.pass(Duration.ofMillis(50));

    assertThat(rig.databases.ids()).containsExactly(SHOP);
  }

  @Test
  void a_longer_interval_takes_effect_while_waiting() {
    rig.scheduler.put(Rig.plan(SHOP, Duration.ofDays(10)));
    assertThat(rig.scheduler.nextTouch(SHOP)).contains(rig.stored.get(SHOP));

    assertThat(rig.untilNextTouch()).isBetween(Duration.ofHours(227), Duration.ofHours(253));
  }

  @Test
  void an_interval_that_is_edited_during_a_touch_counts_from_its_end() {
    rig.databases.take(Duration.ofSeconds(20));
    var _ = rig.touchNow(SHOP);
    rig.time.pass(Duration.ofSeconds(10));

    rig.scheduler.put(Rig.plan(SHOP, Duration.ofHours(1)));
    rig.time.pass(Duration.ofSeconds(10));

    assertThat(rig.databases.ids()).containsExactly(SHOP);
    assertThat(rig.untilNextTouch()).isBetween(Duration.ofMinutes(57), Duration.ofMinutes(63));
  }

  @Test
  void the_same_plan_again_changes_nothing() {
    var due = rig.stored.get(SHOP);
    rig.stored.clear();

    rig.scheduler.put(Rig.plan(SHOP, SIX_HOURS));

    assertThat(rig.stored).isEmpty();
    assertThat(rig.scheduler.nextTouch(SHOP)).contains(due);
  }

  @Test
  void a_touch_that_outlasts_its_interval_does_not_pile_up() {
    rig.scheduler.put(Rig.plan(SHOP, Duration.ofMinutes(1)));
    rig.databases.take(Duration.ofMinutes(3));

    rig.time.pass(Duration.ofMinutes(41));

    assertThat(rig.databases.visits()).hasSizeBetween(9, 11);
    for (int i = 1; i < rig.databases.visits().size(); i++) {
      assertThat(rig.databases.visits().get(i).begun())
          .isGreaterThan(rig.databases.visits().get(i - 1).ended().plus(Duration.ofSeconds(56)));
    }
  }

  @Test
  void a_pause_of_an_hour_that_covers_the_due_time_puts_the_touch_off_to_its_end() {
    rig.time.pass(Duration.ofMinutes(330));
    var end = rig.time.instant().plus(Duration.ofHours(1));

    rig.scheduler.put(Rig.paused(SHOP, new Pause.Until(end)));
    assertThat(rig.scheduler.nextTouch(SHOP)).contains(end);

    assertThat(rig.untilNextTouch()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void a_pause_that_ends_before_the_due_time_changes_nothing() {
    var due = rig.stored.get(SHOP);

    rig.scheduler.put(
        Rig.paused(SHOP, new Pause.Until(rig.time.instant().plus(Duration.ofHours(1)))));

    assertThat(rig.scheduler.nextTouch(SHOP)).contains(due);
    rig.untilNextTouch();
    assertThat(rig.databases.visits().getFirst().at()).isEqualTo(due);
  }

  @Test
  void a_pause_until_resumed_lasts_until_it_is_resumed() {
    rig.scheduler.put(Rig.paused(SHOP, new Pause.UntilResumed()));
    assertThat(rig.scheduler.nextTouch(SHOP)).isEmpty();
    rig.time.pass(Duration.ofDays(10));
    rig.scheduler.catchUp();
    rig.time.pass(Duration.ofMinutes(1));
    assertThat(rig.databases.ids()).isEmpty();

    rig.scheduler.put(Rig.plan(SHOP, SIX_HOURS));
    rig.time.pass(Duration.ofHours(5));

    assertThat(rig.databases.ids()).containsExactly(SHOP);
  }

  @Test
  void what_is_paused_while_it_waits_its_turn_is_not_touched() {
    Rig busy = new Rig().started(Rig.plans(3));
    busy.time.sleep(Duration.ofHours(10));
    busy.scheduler.catchUp();

    busy.scheduler.put(Rig.paused(Rig.id(2), new Pause.UntilResumed()));
    busy.scheduler.put(Rig.paused(Rig.id(1), new Pause.UntilResumed()));
    busy.scheduler.put(Rig.paused(Rig.id(0), new Pause.UntilResumed()));
    busy.time.pass(Duration.ofDays(1));

    assertThat(busy.databases.ids()).hasSize(1);
  }

  @Test
  void a_person_may_touch_what_is_paused_and_it_stays_paused() {
    rig.scheduler.put(Rig.paused(SHOP, new Pause.UntilResumed()));

    CompletableFuture<Touch> asked = rig.touchNow(SHOP);
    rig.time.pass(Duration.ofMillis(50));

    assertThat(asked).isCompletedWithValueMatching(Touch::alive);
    rig.time.pass(Duration.ofDays(10));
    assertThat(rig.databases.ids()).containsExactly(SHOP);
  }

  @Test
  void a_person_who_asks_during_a_touch_gets_its_result() {
    rig.databases.take(Duration.ofSeconds(10));
    CompletableFuture<Touch> first = rig.touchNow(SHOP);
    rig.time.pass(Duration.ofSeconds(9));

    CompletableFuture<Touch> second = rig.touchNow(SHOP);
    rig.time.pass(Duration.ofSeconds(1));

    assertThat(first).isCompleted();
    assertThat(second).isCompletedWithValue(first.join());
    rig.time.pass(Duration.ofMinutes(1));
    assertThat(rig.databases.ids()).containsExactly(SHOP);
  }

  @Test
  void the_listener_hears_of_a_touch_before_the_person_who_asked() {
    List<Integer> heard = new ArrayList<>();
    int before = rig.touches.size();

    var _ = rig.touchNow(SHOP).thenRun(() -> heard.add(rig.touches.size() - before));
    rig.time.pass(Duration.ofSeconds(1));

    assertThat(heard).containsExactly(1);
  }

  @Test
  void a_touch_that_a_person_asked_for_begins_the_interval_anew() {
    rig.time.pass(Duration.ofHours(5));
    var _ = rig.touchNow(SHOP);
    rig.time.settle();

    rig.time.pass(Duration.ofMinutes(340));
    assertThat(rig.databases.ids()).containsExactly(SHOP);
  }

  @Test
  void an_unknown_database_cannot_be_touched() {
    assertThat(rig.scheduler.touchNow(Rig.id(77))).isEmpty();
  }

  @Test
  void what_is_removed_during_a_touch_is_forgotten_but_the_person_who_asked_hears_the_result() {
    rig.databases.take(Duration.ofSeconds(10));
    CompletableFuture<Touch> asked = rig.touchNow(SHOP);
    rig.time.pass(Duration.ofSeconds(5));
    int told = rig.touches.size();

    rig.scheduler.remove(SHOP);
    rig.time.pass(Duration.ofDays(1));

    assertThat(asked).isCompleted();
    assertThat(rig.touches).hasSize(told);
    assertThat(rig.databases.ids()).containsExactly(SHOP);
    assertThat(rig.scheduler.nextTouch(SHOP)).isEmpty();
  }

  @Test
  void what_is_renewed_during_a_touch_is_touched_again_after_it_and_only_that_one_counts() {
    rig.databases.take(Duration.ofSeconds(10));
    rig.databases.answer(FakeDatabases.FAILED);
    var _ = rig.touchNow(SHOP);
    rig.time.pass(Duration.ofSeconds(5));
    rig.touches.clear();

    rig.scheduler.renew(Rig.plan(SHOP, SIX_HOURS));
    CompletableFuture<Touch> asked = rig.touchNow(SHOP);
    rig.time.pass(Duration.ofSeconds(5));
    rig.databases.answer(FakeDatabases.ALIVE);
    assertThat(asked).isNotDone();
    rig.time.pass(Duration.ofSeconds(10));

    assertThat(asked).isCompletedWithValueMatching(Touch::alive);
    assertThat(rig.touches).singleElement().matches(Touch::alive);
    assertThat(rig.databases.ids()).containsExactly(SHOP, SHOP);
    assertThat(rig.databases.mostAtOnce()).isEqualTo(1);
  }

  @Test
  void a_person_who_waits_for_a_turn_hears_that_the_database_is_gone() {
    Rig busy = new Rig().started(Rig.plans(17));
    busy.databases.take(Duration.ofSeconds(10));
    List<CompletableFuture<Touch>> asked =
        Rig.plans(17).stream().map(plan -> busy.touchNow(plan.id())).toList();

    busy.scheduler.remove(Rig.id(16));

    assertThat(asked.getLast()).isCompletedExceptionally();
    busy.time.pass(Duration.ofMinutes(1));
    assertThat(asked.subList(0, 16)).allMatch(CompletableFuture::isDone);
    assertThat(busy.databases.ids()).hasSize(16);
  }
}
