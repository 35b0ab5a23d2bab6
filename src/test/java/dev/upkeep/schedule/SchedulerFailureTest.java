package dev.upkeep.schedule;

import static dev.upkeep.schedule.Rig.SHOP;
import static dev.upkeep.schedule.Rig.SIX_HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SchedulerFailureTest {
  private final Rig rig = new Rig();

  /// The pauses between the next touches, to the nearest minute without jitter.
  private void expectPauses(String... pauses) {
    for (String pause : pauses) {
      Duration expected = Duration.parse(pause);
      assertThat(rig.untilNextTouch())
          .as("pause of " + pause)
          .isBetween(
              expected.multipliedBy(95).dividedBy(100).minusSeconds(2),
              expected.multipliedBy(105).dividedBy(100).plusSeconds(2));
    }
  }

  private void startFailing(Duration interval) {
    rig.databases.answer(FakeDatabases.FAILED);
    rig.scheduler.start(List.of(Rig.plan(SHOP, interval)), Map.of());
    rig.time.pass(Duration.ofSeconds(1));
  }

  @Test
  void a_failing_database_is_tried_after_5_and_15_minutes_an_hour_and_then_its_interval() {
    startFailing(SIX_HOURS);
    expectPauses("PT5M", "PT15M", "PT1H", "PT6H", "PT6H");
  }

  @Test
  void no_retry_comes_later_than_the_interval() {
    startFailing(Duration.ofMinutes(10));
    expectPauses("PT5M", "PT10M", "PT10M", "PT10M");
  }

  @Test
  void after_a_success_it_begins_anew() {
    startFailing(SIX_HOURS);
    expectPauses("PT5M", "PT15M");
    rig.databases.answer(FakeDatabases.ALIVE);
    expectPauses("PT1H", "PT6H");
    rig.databases.answer(FakeDatabases.FAILED);
    expectPauses("PT6H", "PT5M");
  }

  @Test
  void a_touch_without_a_network_is_no_failure_and_is_tried_again_soon() {
    startFailing(SIX_HOURS);
    rig.databases.answer(FakeDatabases.OFFLINE);
    expectPauses("PT5M", "PT5M", "PT5M", "PT5M");
    rig.databases.answer(FakeDatabases.FAILED);
    expectPauses("PT5M");
    // The second failure in a row, however long the network was away in between.
    expectPauses("PT15M", "PT1H");
  }

  @Test
  void when_the_network_is_back_what_was_skipped_for_want_of_it_is_touched_at_once() {
    UUID fine = Rig.id(2);
    rig.databases.answer(id -> id.equals(fine) ? FakeDatabases.ALIVE : FakeDatabases.OFFLINE);
    rig.started(List.of(Rig.plan(SHOP, SIX_HOURS), Rig.plan(fine, SIX_HOURS)));

    rig.scheduler.catchUp();
    assertThat(rig.stored).containsEntry(SHOP, rig.time.instant());
    rig.time.pass(Duration.ofSeconds(1));

    assertThat(rig.databases.ids()).containsExactly(SHOP);
  }

  @Test
  void what_throws_has_failed_for_an_internal_reason_and_its_message_is_not_told() {
    rig.databases.answer(id -> {
      throw new IllegalStateException("with c4n4ry-password in it");
    });
    rig.scheduler.start(List.of(Rig.plan(SHOP, SIX_HOURS)), Map.of());
    rig.time.pass(Duration.ofSeconds(1));

    assertThat(rig.touches)
        .singleElement()
        .extracting(Touch::outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(FailureKind.INTERNAL);
              assertThat(failed.message().english())
                  .contains("IllegalStateException", "SchedulerFailureTest")
                  .doesNotContain("c4n4ry");
            });
    expectPauses("PT5M");
  }

  @Test
  void not_even_an_error_leaves_a_database_running_for_ever() {
    rig.databases.answer(id -> {
      throw new AssertionError("unforeseen");
    });
    rig.scheduler.start(List.of(Rig.plan(SHOP, SIX_HOURS)), Map.of());
    assertThatThrownBy(() -> rig.time.pass(Duration.ofSeconds(1)))
        .isInstanceOf(AssertionError.class);
    rig.databases.answer(FakeDatabases.ALIVE);
    rig.time.pass(Duration.ofSeconds(1));

    expectPauses("PT5M", "PT6H");
  }

  @Test
  void a_listener_that_cannot_store_stops_nothing() {
    VirtualTime time = new VirtualTime(Rig.START);
    FakeDatabases databases = new FakeDatabases(time);
    List<Instant> tried = new ArrayList<>();
    ScheduleListener broken =
        new ScheduleListener() {
          @Override
          public void began(UUID id) {
            throw new IllegalStateException("the disk is full");
          }

          @Override
          public void dropped(UUID id) {
            throw new IllegalStateException("the disk is full");
          }

          @Override
          public void touched(UUID id, Touch touch, Instant nextDue) {
            tried.add(nextDue);
            throw new IllegalStateException("the disk is full");
          }

          @Override
          public void dueChanged(UUID id, Instant due) {
            tried.add(due);
            throw new IllegalStateException("the disk is full");
          }
        };
    new Scheduler(time, time, new Random(1), databases, databases, broken)
        .start(List.of(Rig.plan(SHOP, SIX_HOURS)), Map.of());

    time.pass(Duration.ofHours(24));

    assertThat(databases.ids()).hasSizeBetween(4, 5);
    assertThat(tried).hasSize(databases.ids().size() + 1);
  }
}
