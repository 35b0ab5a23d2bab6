package dev.upkeep.schedule;

import static dev.upkeep.schedule.Rig.SHOP;
import static dev.upkeep.schedule.Rig.SIX_HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upkeep.database.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// Whether a scheduler tells that it goes on by itself.
final class SchedulerRunningTest {
  private final Rig rig = new Rig();

  @Test
  void it_runs_from_its_start_to_its_stop() {
    assertThat(rig.scheduler.running()).isFalse();

    rig.started(List.of(Rig.plan(SHOP, SIX_HOURS)));
    assertThat(rig.scheduler.running()).isTrue();
    rig.time.pass(Duration.ofDays(3));
    assertThat(rig.scheduler.running()).isTrue();

    CompletableFuture<Void> _ = rig.scheduler.stop(Duration.ofSeconds(5));
    assertThat(rig.scheduler.running()).isFalse();
  }

  @Test
  void with_nothing_to_wait_for_it_runs_too() {
    rig.scheduler.start(List.of(), Map.of());
    assertThat(rig.scheduler.running()).isTrue();

    rig.scheduler.put(Rig.paused(SHOP, new Pause.UntilResumed()));
    assertThat(rig.scheduler.running()).isTrue();
  }

  @Test
  void one_whose_decision_fails_does_not_go_on_and_says_so() {
    VirtualTime time = new VirtualTime(Rig.START);
    FakeDatabases databases = new FakeDatabases(time);
    AtomicBoolean broken = new AtomicBoolean();
    Scheduler scheduler =
        new Scheduler(
            time,
            () -> {
              if (broken.get()) {
                throw new IllegalStateException("no time");
              }
              return time.instant();
            },
            new Random(42),
            databases,
            databases,
            new Rig());
    scheduler.start(List.of(Rig.plan(SHOP, SIX_HOURS)), Map.of());
    time.pass(Duration.ofMinutes(1));
    assertThat(scheduler.running()).isTrue();

    broken.set(true);
    assertThatThrownBy(() -> time.pass(Duration.ofMinutes(1)))
        .isInstanceOf(IllegalStateException.class);

    assertThat(scheduler.running()).isFalse();
  }
}
