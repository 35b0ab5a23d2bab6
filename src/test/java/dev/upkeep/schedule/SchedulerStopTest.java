package dev.upkeep.schedule;

import static dev.upkeep.schedule.Rig.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.touch.Touch;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class SchedulerStopTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Test
  void stopping_waits_for_the_touches_that_run_and_tells_of_them() {
    Rig rig = Rig.withShop();
    rig.databases.take(Duration.ofSeconds(3));
    CompletableFuture<Touch> asked = rig.touchNow(SHOP);
    rig.touches.clear();

    CompletableFuture<Void> stopped = rig.scheduler.stop(PATIENCE);
    rig.time.pass(Duration.ofSeconds(2));
    assertThat(stopped).isNotDone();
    rig.time.pass(Duration.ofSeconds(1));

    assertThat(stopped).isCompleted();
    assertThat(asked).isCompleted();
    assertThat(rig.touches).hasSize(1);
  }

  @Test
  void stopping_does_not_wait_for_ever_and_what_ends_later_is_not_told() {
    Rig rig = Rig.withShop();
    rig.databases.take(Duration.ofSeconds(30));
    var _ = rig.touchNow(SHOP);
    rig.touches.clear();

    CompletableFuture<Void> stopped = rig.scheduler.stop(PATIENCE);
    rig.time.pass(PATIENCE);
    assertThat(stopped).isCompleted();
    rig.time.pass(Duration.ofMinutes(1));

    assertThat(rig.databases.ids()).containsExactly(SHOP);
    assertThat(rig.touches).isEmpty();
  }

  @Test
  void with_nothing_running_it_is_stopped_at_once_and_touches_nothing_any_more() {
    Rig rig = Rig.withShop();

    assertThat(rig.scheduler.stop(PATIENCE)).isCompleted();
    rig.scheduler.put(Rig.plan(Rig.id(2), Rig.SIX_HOURS));
    rig.scheduler.catchUp();
    rig.time.pass(Duration.ofDays(2));

    assertThat(rig.databases.ids()).isEmpty();
    assertThat(rig.touchNow(SHOP)).isCompletedExceptionally();
  }

  @Test
  void what_waits_its_turn_is_dropped_and_who_asked_hears_of_it() {
    Rig rig = new Rig();
    rig.databases.take(Duration.ofSeconds(3));
    rig.scheduler.start(Rig.plans(100), Map.of());
    rig.time.pass(Duration.ofSeconds(2));
    CompletableFuture<Touch> asked = rig.touchNow(Rig.id(99));
    assertThat(rig.databases.running()).isEqualTo(16);

    CompletableFuture<Void> stopped = rig.scheduler.stop(PATIENCE);
    rig.time.pass(Duration.ofMinutes(1));

    assertThat(asked).isCompletedExceptionally();
    assertThat(stopped).isCompleted();
    assertThat(rig.databases.ids()).hasSize(16);
    assertThat(rig.touches).hasSize(16);
  }
}
