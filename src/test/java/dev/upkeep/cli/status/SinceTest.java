package dev.upkeep.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.Samples;
import dev.upkeep.words.When;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SinceTest {
  private static final When WHEN = new When(Samples.NOW, ZoneId.of("Europe/Berlin"));

  @ParameterizedTest
  @CsvSource({
    "7d, 2025-11-15T12:00:00Z",
    " 90m , 2025-11-22T10:30:00Z",
    "PT6H, 2025-11-22T06:00:00Z",
    "2025-11-01, 2025-10-31T23:00:00Z",
    "2025-11-01T08:00, 2025-11-01T07:00:00Z",
    "2025-11-01T08:00:00Z, 2025-11-01T08:00:00Z"
  })
  void durations_dates_and_instants_are_moments(String text, String instant) {
    assertThat(Since.parse(text, WHEN)).contains(Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2025-13-01", "-7d", "7"})
  void anything_else_is_not(String text) {
    assertThat(Since.parse(text, WHEN)).isEmpty();
  }
}
