package dev.upkeep.control.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.instance.AgentPlace;
import dev.upkeep.control.instance.InstanceLock;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QueueingTest {
  private long now = Long.MAX_VALUE - 1;
  private int holder;

  /// How long one waits that looks every second, when the lock changes hands this often.
  private Duration waited(Duration everyHolder) throws InterruptedException {
    long start = now;
    Queueing queueing =
        new Queueing(
            () -> holder,
            () -> now,
            () -> {
              now += Duration.ofSeconds(1).toNanos();
              holder = (int) ((now - start) / everyHolder.toNanos());
              return true;
            });
    while (queueing.goOn()) {
      assertThat(now - start).isLessThan(Duration.ofHours(1).toNanos());
    }
    return Duration.ofNanos(now - start);
  }

  @Test
  void one_that_keeps_the_lock_is_waited_for_ten_seconds() throws Exception {
    assertThat(waited(Duration.ofHours(1))).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void many_that_each_keep_it_for_a_moment_are_waited_for_a_minute() throws Exception {
    assertThat(waited(Duration.ofSeconds(3))).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void one_that_hangs_after_others_is_waited_for_ten_seconds() throws Exception {
    Queueing queueing =
        new Queueing(
            () -> holder,
            () -> now,
            () -> {
              now += Duration.ofSeconds(1).toNanos();
              return true;
            });
    for (int second = 0; second < 9; second++) {
      assertThat(queueing.goOn()).isTrue();
    }
    holder++;

    int more = 0;
    while (queueing.goOn()) {
      more++;
    }
    assertThat(more).isEqualTo(10);
  }

  @Test
  void whoever_gets_the_lock_shows_in_its_file(@TempDir Path folder) throws Exception {
    AgentPlace place = AgentPlace.in(folder.resolve("state"));
    assertThat(InstanceLock.tryAcquire(place)).hasValueSatisfying(InstanceLock::close);
    var first = InstanceLock.takenAt(place).orElseThrow();

    // The system's clock for files is a coarse one.
    var second = first;
    while (second.equals(first)) {
      InstanceLock.tryAcquire(place).orElseThrow().close();
      second = InstanceLock.takenAt(place).orElseThrow();
    }

    assertThat(place.lockFile()).hasContent("" + ProcessHandle.current().pid());
  }
}
