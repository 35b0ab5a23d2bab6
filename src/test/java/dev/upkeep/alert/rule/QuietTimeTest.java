package dev.upkeep.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuietTimeTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static Optional<Instant> end(String from, String to, String now) {
    return new QuietTime(LocalTime.parse(from), LocalTime.parse(to))
        .endAt(Instant.parse(now), BERLIN);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-04T19:59:59Z,",
    "2026-05-04T20:00:00Z, 2026-05-05T05:00:00Z",
    "2026-05-05T00:00:00Z, 2026-05-05T05:00:00Z",
    "2026-05-05T04:59:59Z, 2026-05-05T05:00:00Z",
    "2026-05-05T05:00:00Z,",
    "2026-03-28T21:00:00Z, 2026-03-29T05:00:00Z",
    "2026-10-24T20:00:00Z, 2026-10-25T06:00:00Z",
    "2026-10-25T05:59:59Z, 2026-10-25T06:00:00Z",
    "2026-10-25T06:00:00Z,",
  })
  void a_night_crosses_midnight_and_the_changes_of_clocks(Instant now, Instant end) {
    assertThat(end("22:00", "07:00", now.toString())).isEqualTo(Optional.ofNullable(end));
  }

  @Test
  void a_rest_at_noon_is_within_one_day() {
    assertThat(end("12:00", "13:00", "2026-05-04T10:30:00Z"))
        .contains(Instant.parse("2026-05-04T11:00:00Z"));
    assertThat(end("12:00", "13:00", "2026-05-04T11:00:00Z")).isEmpty();
    assertThat(end("12:00", "13:00", "2026-05-04T09:59:00Z")).isEmpty();
  }

  @Test
  void an_end_that_the_night_skips_is_an_hour_later_on_the_wall_and_no_sooner_in_time() {
    assertThat(end("22:00", "02:30", "2026-03-29T01:15:00Z"))
        .contains(Instant.parse("2026-03-29T01:30:00Z"));
    assertThat(end("22:00", "02:30", "2026-03-29T01:30:00Z")).isEmpty();
  }

  @Test
  void an_end_that_comes_twice_counts_the_first_time() {
    assertThat(end("22:00", "02:30", "2026-10-25T00:29:00Z"))
        .contains(Instant.parse("2026-10-25T00:30:00Z"));
    assertThat(end("22:00", "02:30", "2026-10-25T00:30:00Z")).isEmpty();
    assertThat(end("22:00", "02:30", "2026-10-25T01:15:00Z")).as("02:15 again").isEmpty();
  }
}
