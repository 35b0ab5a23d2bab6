package dev.upkeep.control.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.OldAgent;
import dev.upkeep.control.SampleAgent;
import dev.upkeep.control.Samples;
import dev.upkeep.control.instance.AgentPlace;
import dev.upkeep.control.instance.InstanceLock;
import dev.upkeep.control.instance.Served;
import dev.upkeep.control.server.ControlServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class StartTest {
  private final SampleAgent agent = new SampleAgent();
  @TempDir private Path folder;
  private AgentPlace place;

  @BeforeEach
  void place() {
    place = AgentPlace.in(folder.resolve("state"));
  }

  @Test
  void the_first_one_gets_the_lock() throws Exception {
    assertThat(Start.at(place, () -> false))
        .isInstanceOfSatisfying(Start.Acquired.class, start -> start.lock().close());
  }

  @Test
  void the_next_one_gets_a_client_of_the_one_that_runs() throws Exception {
    try (Served _ = Served.by(agent, place.folder())) {
      assertThat(Start.at(place, () -> false)).isInstanceOf(Start.Running.class);
    }
  }

  @Test
  void an_agent_of_another_version_is_not_taken_for_none() throws Exception {
    try (InstanceLock lock = InstanceLock.tryAcquire(place).orElseThrow();
        OldAgent _ = OldAgent.listenAt(lock.place().socket())) {
      assertThat(Start.at(place, () -> false)).isEqualTo(new Start.OtherVersion(99));
    }
  }

  @Test
  void a_lock_that_is_held_for_a_moment_is_waited_for() throws Exception {
    InstanceLock command = InstanceLock.tryAcquire(place).orElseThrow();
    AtomicInteger waited = new AtomicInteger();

    Start start =
        Start.at(
            place,
            () -> {
              if (waited.incrementAndGet() == 3) {
                command.close();
              }
              return true;
            });

    assertThat(start)
        .isInstanceOfSatisfying(Start.Acquired.class, acquired -> acquired.lock().close());
    assertThat(waited).hasValue(3);
  }

  @Test
  void an_agent_that_is_about_to_answer_is_waited_for() throws Exception {
    InstanceLock lock = InstanceLock.tryAcquire(place).orElseThrow();
    try (ControlServer server = new ControlServer(lock, agent, InstantSource.system());
        lock) {
      Start start =
          Start.at(
              place,
              () -> {
                try {
                  server.start();
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
                return true;
              });

      assertThat(start).isInstanceOf(Start.Running.class);
    }
  }

  @Test
  void who_waited_long_enough_is_told_who_is_busy() throws Exception {
    try (InstanceLock _ = InstanceLock.tryAcquire(place).orElseThrow()) {
      assertThat(Start.at(place, () -> false))
          .isInstanceOfSatisfying(
              Start.Busy.class,
              busy -> assertThat(busy.problem()).contains("Another Upkeep").endsWith("."));
    }
  }

  @Test
  void a_second_try_in_one_process_does_not_lose_the_lock_of_the_first() throws Exception {
    try (InstanceLock _ = InstanceLock.tryAcquire(place).orElseThrow()) {
      assertThat(InstanceLock.tryAcquire(place)).isEmpty();

      Process other = Keeper.start(place.folder(), false);
      assertThat(Keeper.firstLine(other)).isEqualTo("busy");
      other.waitFor();
    }
  }

  @Test
  void of_two_starts_at_once_one_wins() throws Exception {
    for (int round = 0; round < 20; round++) {
      CyclicBarrier start = new CyclicBarrier(2);
      Callable<Start> racer =
          () -> {
            start.await();
            return Start.at(place, () -> false);
          };
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        List<Future<Start>> both = List.of(threads.submit(racer), threads.submit(racer));
        List<Start> starts = new ArrayList<>();
        for (Future<Start> one : both) {
          starts.add(one.get());
        }

        assertThat(starts).hasAtLeastOneElementOfType(Start.Acquired.class);
        assertThat(starts).hasAtLeastOneElementOfType(Start.Busy.class);
        for (Start one : starts) {
          if (one instanceof Start.Acquired(var lock)) {
            lock.close();
          }
        }
      }
    }
  }

  @Test
  void of_two_processes_at_once_one_serves_and_the_other_finds_it() throws Exception {
    Process first = Keeper.start(place.folder());
    Process second = Keeper.start(place.folder());
    try {
      assertThat(List.of(Keeper.firstLine(first), Keeper.firstLine(second)))
          .containsExactlyInAnyOrder("serving", "running");
    } finally {
      first.destroyForcibly().waitFor();
      second.destroyForcibly().waitFor();
    }
  }

  @Test
  void what_a_killed_agent_leaves_behind_blocks_nobody() throws Exception {
    Process killed = Keeper.start(place.folder());
    assertThat(Keeper.firstLine(killed)).isEqualTo("serving");
    killed.destroyForcibly();
    assertThat(killed.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.exists(place.socket())).as("a stale socket is there").isTrue();

    assertThat(Start.at(place, () -> false))
        .isInstanceOfSatisfying(Start.Acquired.class, start -> start.lock().close());

    try (Served served = Served.by(agent, place.folder());
        ControlClient client = served.client()) {
      assertThat(client.settings()).isEqualTo(Samples.settings());
    }
  }
}
