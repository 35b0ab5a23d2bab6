package dev.upkeep.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NextTouchTest {
  private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");
  private static final Duration SIX_HOURS = Duration.ofHours(6);

  @Test
  void the_jitter_is_five_percent_either_way() {
    assertThat(NextTouch.after(NOW, FailureStreak.GOOD, SIX_HOURS, 0))
        .isEqualTo("2026-05-04T17:42:00Z");
    assertThat(NextTouch.after(NOW, FailureStreak.GOOD, SIX_HOURS, 0.5))
        .isEqualTo("2026-05-04T18:00:00Z");
    assertThat(NextTouch.after(NOW, FailureStreak.GOOD, SIX_HOURS, 1))
        .isEqualTo("2026-05-04T18:18:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    // interval, failures in a row, delay
    "PT6H, 0, PT6H",
    "PT6H, 1, PT5M",
    "PT6H, 2, PT15M",
    "PT6H, 3, PT1H",
    "PT6H, 4, PT6H",
    "PT6H, 1000000, PT6H",
    "PT10M, 1, PT5M",
    "PT10M, 2, PT10M",
    "PT10M, 3, PT10M",
    "PT1M, 1, PT1M",
    "P30D, 3, PT1H",
    "P30D, 4, P30D",
  })
  void a_failure_is_tried_again_soon_and_then_less_and_less_so(
      Duration interval, int failures, Duration delay) {
    assertThat(NextTouch.delay(new FailureStreak(failures, false), interval)).isEqualTo(delay);
  }

  @Test
  void a_touch_without_a_network_is_tried_again_like_a_first_failure() {
    assertThat(NextTouch.delay(new FailureStreak(0, true), SIX_HOURS))
        .isEqualTo(Duration.ofMinutes(5));
    assertThat(NextTouch.delay(new FailureStreak(7, true), SIX_HOURS))
        .isEqualTo(Duration.ofMinutes(5));
    assertThat(NextTouch.delay(new FailureStreak(0, true), Duration.ofMinutes(2)))
        .isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void a_due_time_beyond_the_longest_jitter_means_a_clock_set_back() {
    Instant latest = NextTouch.after(NOW, FailureStreak.GOOD, SIX_HOURS, 1);

    assertThat(NextTouch.isTooFar(latest, NOW, FailureStreak.GOOD, SIX_HOURS)).isFalse();
    assertThat(NextTouch.isTooFar(latest.plusMillis(1), NOW, FailureStreak.GOOD, SIX_HOURS))
        .isTrue();
    assertThat(NextTouch.isTooFar(latest, NOW.minusSeconds(1), FailureStreak.GOOD, SIX_HOURS))
        .isTrue();
  }
}
