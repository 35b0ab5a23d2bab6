package dev.upkeep.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.schedule.VirtualTime;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class IdleMemoryTest {
  private final VirtualTime time = new VirtualTime(Instant.parse("2030-01-01T00:00:00Z"));
  private final AtomicInteger given = new AtomicInteger();
  private final IdleMemory memory = new IdleMemory(time, given::incrementAndGet);

  @Test
  void it_is_given_back_when_the_last_one_has_been_gone_for_a_while() {
    memory.gone();
    time.pass(IdleMemory.PAUSE.minusMillis(1));
    memory.gone();
    time.pass(IdleMemory.PAUSE.minusMillis(1));
    assertThat(given).hasValue(0);

    time.pass(IdleMemory.PAUSE);
    assertThat(given).hasValue(1);

    memory.gone();
    time.pass(IdleMemory.PAUSE);
    assertThat(given).hasValue(2);
  }

  @Test
  void nothing_is_given_back_after_the_end() {
    memory.stop();
    memory.gone();
    memory.stop();

    time.pass(IdleMemory.PAUSE.multipliedBy(2));

    assertThat(given).hasValue(0);
  }
}
