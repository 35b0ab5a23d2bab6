package dev.upkeep.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.language.Sentence;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IntervalsTest {
  @ParameterizedTest
  @ValueSource(strings = {"PT1M", "PT6H", "P30D"})
  void an_interval_from_a_minute_to_thirty_days_is_accepted(Duration interval) {
    assertThat(Intervals.problem(interval)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-6H", "PT0S", "PT59.999S", "P30DT1S"})
  void any_other_is_refused_with_the_range(Duration interval) {
    assertThat(Intervals.problem(interval).map(Sentence::english))
        .contains("An interval is between 1m and 30d.");
  }

  @Test
  void an_interval_that_fits_three_times_into_the_window_needs_no_warning() {
    assertThat(Intervals.warning(Duration.ofDays(10), Optional.of(Duration.ofDays(30)))).isEmpty();
  }

  @Test
  void one_that_does_not_is_warned_about_with_one_that_does() {
    assertThat(Intervals.warning(Duration.ofDays(11), Optional.of(Duration.ofDays(30))))
        .contains(
            "Every 11d is too seldom for a window of 30d. Every 10d leaves room for two lost"
                + " touches.");
    assertThat(Intervals.warning(Duration.ofHours(9), Optional.of(Duration.ofDays(1))))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("Every 8h leaves"));
    assertThat(Intervals.warning(Duration.ofHours(9), Optional.of(Duration.ofHours(1))))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("Every 20m leaves"));
  }

  @Test
  void where_no_window_is_known_nothing_is_too_seldom() {
    assertThat(Intervals.warning(Duration.ofDays(30), Optional.empty())).isEmpty();
  }
}
