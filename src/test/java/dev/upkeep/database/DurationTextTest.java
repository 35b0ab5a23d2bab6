package dev.upkeep.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DurationTextTest {
  @ParameterizedTest
  @CsvSource({
    "6h, PT6H",
    "30m, PT30M",
    "30min, PT30M",
    "45s, PT45S",
    "14d, PT336H",
    "1d12h, PT36H",
    "1d 12h, PT36H",
    "2 h 10 min, PT2H10M",
    "3 hours, PT3H",
    "1 day 12 hours, PT36H",
    "90 minutes, PT1H30M",
    "45 Seconds, PT45S",
    "2 Stunden 30 Minuten, PT2H30M",
    "' 6H ', PT6H",
    "1d2h3m4s, PT26H3M4S",
    "90m, PT1H30M",
    "0h, PT0S",
    "PT6H, PT6H",
    "pt30m, PT30M",
    "P14D, PT336H",
    "P1DT12H, PT36H",
    "999999d, PT23999976H",
  })
  void a_duration_is_read_as_people_and_programs_write_it(String text, Duration expected) {
    assertThat(DurationText.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "6",
        "h",
        "6x",
        "-6h",
        "+6h",
        "6h-",
        "1.5h",
        "6 months",
        "3 hour s",
        "6h30",
        "12h1d",
        "6h6h",
        "1d,12h",
        "6hoursx",
        "1w",
        "1M2h",
        "P",
        "PT",
        "P1DT",
        "-PT6H",
        "PT-6H",
        "PT8H-30M",
        "PT1.5H",
        "PT6",
        "P1M",
        "P1Y",
        "1000000d",
        "99999999999999999999h",
        "６h",
        "6h\n6h",
        "NaN",
        "six hours"
      })
  void anything_else_is_no_duration(String text) {
    assertThat(DurationText.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PT6H, 6h",
    "PT24H, 1d",
    "P14D, 14d",
    "PT36H, 1d12h",
    "PT90S, 1m30s",
    "PT0S, 0s",
    "PT0.9S, 0s",
    "PT25H0.5S, 1d1h",
  })
  void a_duration_is_written_shortly(Duration duration, String expected) {
    assertThat(DurationText.of(duration)).isEqualTo(expected);
  }

  @Test
  void what_is_written_is_read_as_the_same() {
    Random random = new Random(3);
    for (int i = 0; i < 1_000; i++) {
      Duration duration = Duration.ofSeconds(random.nextLong(40_000_000));
      assertThat(DurationText.parse(DurationText.of(duration))).contains(duration);
      assertThat(DurationText.parse(duration.toString())).contains(duration);
    }
  }

  @Test
  void a_negative_duration_has_no_text() {
    assertThatThrownBy(() -> DurationText.of(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
