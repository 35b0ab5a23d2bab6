package dev.upkeep.alert.service;

import dev.upkeep.http.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// How long a service that has too much to do wants to be left alone: [RFC
/// 9110](https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3), in seconds or as a date, which is
/// taken by the service's own clock. Pure.
final class RetryAfter {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  private RetryAfter() {}

  /// The wait; empty where none is asked for, or not in a form that is understood.
  static Optional<Duration> of(Response response) {
    if (response.status() != TOO_MANY_REQUESTS && response.status() != UNAVAILABLE) {
      return Optional.empty();
    }
    return response
        .header("Retry-After")
        .map(String::strip)
        .flatMap(text ->
            text.matches("[0-9]{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                : untilDate(text, response.header("Date")))
        .filter(Duration::isPositive);
  }

  private static Optional<Duration> untilDate(String text, Optional<String> date) {
    try {
      return date.map(now -> Duration.between(parse(now), parse(text)));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  private static ZonedDateTime parse(String text) {
    return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
  }
}
