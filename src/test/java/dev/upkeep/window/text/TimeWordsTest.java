package dev.upkeep.window.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class TimeWordsTest {
  private static final Instant NOW = Instant.parse("2025-11-22T12:00:00Z");
  private final TimeWords english = moments(Locale.UK);
  private final TimeWords german = moments(Locale.GERMANY);

  private static TimeWords moments(Locale locale) {
    return new TimeWords(NOW, ZoneId.of("Europe/Berlin"), new Texts(locale));
  }

  @Test
  void what_is_less_than_a_day_away_is_relative() {
    Instant before = NOW.minus(Duration.ofMinutes(3));
    Instant after = NOW.plus(Duration.ofMinutes(130));

    assertThat(english.past(before)).isEqualTo("3 min ago");
    assertThat(german.past(before)).isEqualTo("vor 3 min");
    assertThat(english.future(after)).isEqualTo("in 2 h 10 min");
    assertThat(english.past(NOW)).isEqualTo("just now");
    assertThat(german.future(NOW)).isEqualTo("jetzt");
  }

  @Test
  void what_is_further_away_is_a_date_of_the_locale() {
    Instant christmas = Instant.parse("2025-12-22T12:00:00Z");

    assertThat(english.date(christmas)).isEqualTo("22 Dec");
    assertThat(german.date(christmas)).isEqualTo("22. Dez.");
    assertThat(english.longDate(christmas)).isEqualTo("22 December");
    assertThat(german.future(christmas)).isEqualTo("am 22. Dezember");
    assertThat(moments(Locale.US).date(christmas)).isEqualTo("Dec 22");
  }

  @Test
  void a_date_of_another_year_names_it() {
    assertThat(english.date(NOW.plus(Duration.ofDays(400)))).isEqualTo("27 Dec 2026");
  }

  @Test
  void times_are_those_of_the_readers_zone() {
    assertThat(english.timeOrDate(NOW.minus(Duration.ofHours(1)))).isEqualTo("12:00");
    assertThat(german.timeOrDate(NOW.minus(Duration.ofDays(3)))).isEqualTo("19. Nov.");
  }

  @Test
  void lengths_have_their_two_largest_units() {
    assertThat(english.span(Duration.ofSeconds(12))).isEqualTo("12 s");
    assertThat(english.span(Duration.ofHours(47))).isEqualTo("47 h");
    assertThat(english.span(Duration.ofHours(29 * 24 + 18))).isEqualTo("29 d 18 h");
    assertThat(english.millis(Duration.ofMillis(42))).isEqualTo("42 ms");
    assertThat(german.millis(Duration.ofNanos(440_000))).isEqualTo("0,4 ms");
  }
}
