package dev.upkeep.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarginTest {
  private static final Instant VERIFIED = Instant.parse("2026-11-22T08:00:00Z");

  private static Margin of(Duration window) {
    return Margin.of(Optional.of(VERIFIED), Optional.of(window));
  }

  @Test
  void a_database_is_safe_for_its_window_after_the_last_verified_touch() {
    Margin margin = of(Duration.ofDays(30));

    assertThat(margin.safeUntil()).contains(Instant.parse("2026-12-22T08:00:00Z"));
    assertThat(margin.left(VERIFIED.plus(Duration.ofDays(12)))).contains(Duration.ofDays(18));
    assertThat(margin.share(VERIFIED.plus(Duration.ofDays(12)))).contains(0.6);
  }

  @Test
  void once_passed_the_time_left_is_negative_and_the_share_is_none() {
    Instant dayTooLate = VERIFIED.plus(Duration.ofDays(31));

    assertThat(of(Duration.ofDays(30)).left(dayTooLate)).contains(Duration.ofDays(-1));
    assertThat(of(Duration.ofDays(30)).share(dayTooLate)).contains(0.0);
  }

  @Test
  void a_clock_set_back_promises_no_more_than_the_window() {
    Instant before = VERIFIED.minus(Duration.ofDays(400));

    assertThat(of(Duration.ofDays(30)).left(before)).contains(Duration.ofDays(30));
    assertThat(of(Duration.ofDays(30)).share(before)).contains(1.0);
  }

  @ParameterizedTest
  @CsvSource({
    // Upstash: half is 15 d, a quarter 7.5 d.
    "P30D, PT0S, AMPLE",
    "P30D, P15D, AMPLE",
    "P30D, P15DT1S, HALF",
    "P30D, P22DT12H, HALF",
    "P30D, P22DT12H1S, QUARTER",
    "P30D, P27D, QUARTER",
    "P30D, P27DT1S, THREE_DAYS",
    "P30D, P29DT23H59M59S, THREE_DAYS",
    "P30D, P30D, PASSED",
    // Redis Cloud: a quarter is 3.5 d, so three days still come after it.
    "P14D, P10DT12H1S, QUARTER",
    "P14D, P11D, QUARTER",
    "P14D, P11DT1S, THREE_DAYS",
    // Aiven: less than three days are left at all times, so an eighth, 3 h, takes their place.
    "P1D, PT0S, AMPLE",
    "P1D, PT12H1S, HALF",
    "P1D, PT18H1S, QUARTER",
    "P1D, PT21H, QUARTER",
    "P1D, PT21H1S, THREE_DAYS",
  })
  void the_level_is_the_lowest_threshold_that_was_crossed(
      Duration window, Duration after, Margin.Level level) {
    assertThat(of(window).level(VERIFIED.plus(after))).isEqualTo(level);
  }

  @Test
  void without_a_window_or_a_verified_touch_there_is_no_margin_and_the_reason_is_told() {
    Margin noWindow = Margin.of(Optional.of(VERIFIED), Optional.empty());
    Margin neverVerified = Margin.of(Optional.empty(), Optional.of(Duration.ofDays(30)));

    assertThat(noWindow).isEqualTo(new Margin.Unknown(Margin.Unknown.Reason.NO_WINDOW));
    assertThat(neverVerified).isEqualTo(new Margin.Unknown(Margin.Unknown.Reason.NEVER_VERIFIED));
    assertThat(neverVerified.safeUntil()).isEmpty();
    assertThat(neverVerified.left(VERIFIED)).isEmpty();
    assertThat(neverVerified.share(VERIFIED)).isEmpty();
    assertThat(neverVerified.level(VERIFIED)).isEqualTo(Margin.Level.UNKNOWN);
  }

  @Test
  void a_window_of_nothing_is_a_mistake() {
    assertThatThrownBy(() -> of(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
  }
}
