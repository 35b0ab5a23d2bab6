package dev.upkeep.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WhenTest {
  private static final Instant NOW = Instant.parse("2025-11-22T12:00:00Z");
  private static final When WHEN = new When(NOW, ZoneId.of("Europe/Berlin"));

  @ParameterizedTest
  @CsvSource({
    "-PT1H, at an unknown time (a clock was wrong)",
    "-PT1S, just now",
    "PT0.5S, just now",
    "PT3M, 3 min ago",
    "PT23H59M, 23 h 59 min ago",
    "PT24H, 21 Nov",
    "P299D, 27 Jan",
    "P400D, 18 Oct 2024"
  })
  void the_past_is_relative_up_to_a_day(String ago, String words) {
    assertThat(WHEN.past(NOW.minus(Duration.parse(ago)))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "-PT1H, now",
    "PT0S, now",
    "PT2H10M, in 2 h 10 min",
    "PT24H, 23 Nov",
    "P30D, 22 Dec",
    "P400D, 27 Dec 2026"
  })
  void the_future_is_relative_up_to_a_day(String until, String words) {
    assertThat(WHEN.future(NOW.plus(Duration.parse(until)))).isEqualTo(words);
  }

  @Test
  void dates_are_those_of_the_reader() {
    Instant lateInUtc = Instant.parse("2025-12-21T23:30:00Z");

    assertThat(WHEN.longDate(lateInUtc)).isEqualTo("22 December");
    assertThat(WHEN.exact(lateInUtc)).isEqualTo("2025-12-22 00:30:00");
    assertThat(WHEN.futureInSentence(lateInUtc)).isEqualTo("on 22 December");
  }

  @ParameterizedTest
  @CsvSource({
    "PT4H, for 4 h",
    "PT3H59M59.9S, for 4 h",
    "PT3H59M, for 3 h 59 min",
    "PT59.98S, for 1 min",
    "PT12S, for 12 s",
    "PT23H59M59.9S, for 24 h",
    "PT24H, until 23 Nov"
  })
  void a_pause_that_began_a_moment_ago_lasts_as_long_as_was_said(String left, String words) {
    assertThat(WHEN.lasting(NOW.plus(Duration.parse(left)))).isEqualTo(words);
  }
}
