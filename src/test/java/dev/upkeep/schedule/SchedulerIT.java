package dev.upkeep.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/// With a real executor and virtual threads.
final class SchedulerIT {
  @Test
  void touches_run_on_virtual_threads_and_everything_else_on_the_agents()
      throws InterruptedException, ExecutionException, TimeoutException {
    Set<String> listened = ConcurrentHashMap.newKeySet();
    Set<Boolean> virtual = ConcurrentHashMap.newKeySet();
    CountDownLatch touched = new CountDownLatch(100);
    ScheduleListener listener =
        new ScheduleListener() {
          @Override
          public void began(UUID id) {
            listened.add(Thread.currentThread().getName());
          }

          @Override
          public void dropped(UUID id) {
            listened.add(Thread.currentThread().getName());
          }

          @Override
          public void touched(UUID id, Touch touch, Instant nextDue) {
            listened.add(Thread.currentThread().getName());
            touched.countDown();
          }

          @Override
          public void dueChanged(UUID id, Instant due) {
            listened.add(Thread.currentThread().getName());
          }
        };
    Touching touching =
        id -> {
          virtual.add(Thread.currentThread().isVirtual());
          return new Touch(Instant.now(), FakeDatabases.ALIVE, 1, Timings.NONE, Optional.empty());
        };
    try (ScheduledExecutorService agent =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "agent"));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Scheduler scheduler =
          new Scheduler(
              AgentThread.of(agent),
              InstantSource.system(),
              new Random(),
              threads,
              touching,
              listener);
      agent.submit(() -> scheduler.start(Rig.plans(100), Map.of())).get(10, TimeUnit.SECONDS);

      assertThat(touched.await(20, TimeUnit.SECONDS)).isTrue();
      CountDownLatch stopped = new CountDownLatch(1);
      agent.execute(() -> {
        var _ = scheduler.stop(Duration.ofSeconds(5)).thenRun(stopped::countDown);
      });
      assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(listened).containsExactly("agent");
    assertThat(virtual).containsExactly(true);
  }

  @Test
  void a_task_that_throws_ends_only_itself() throws InterruptedException {
    try (ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor()) {
      AgentThread agent = AgentThread.of(executor);
      CountDownLatch ran = new CountDownLatch(1);
      CountDownLatch cancelled = new CountDownLatch(1);

      agent.execute(() -> {
        throw new IllegalStateException("for the log");
      });
      agent.after(Duration.ofMinutes(5), cancelled::countDown).cancel();
      agent.after(Duration.ofMillis(1), ran::countDown);

      assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(cancelled.getCount()).isEqualTo(1);
    }
  }
}
