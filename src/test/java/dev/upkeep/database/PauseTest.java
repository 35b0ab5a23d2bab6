package dev.upkeep.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class PauseTest {
  private static final Instant END = Instant.parse("2026-05-04T12:00:00Z");

  @Test
  void a_pause_ends_at_the_moment_it_was_given() {
    Pause pause = new Pause.Until(END);

    assertThat(pause.holdsAt(END.minusNanos(1))).isTrue();
    assertThat(pause.holdsAt(END)).isFalse();
  }

  @Test
  void a_pause_without_one_never_ends_by_itself() {
    assertThat(new Pause.UntilResumed().holdsAt(Instant.MAX)).isTrue();
  }
}
