package dev.upkeep.upstash;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The form that Go prints an instant in, `2025-08-31 15:12:52.799480932 +0000 UTC`, with any
/// number of digits of a second; a reading of its monotonic clock may follow. ISO 8601 is
/// understood as well. Pure.
final class GoTime {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?) ?(Z|[-+]\\d{2}:?\\d{2})"
              + "(?: [A-Za-z0-9+-]{1,16})?(?: m=[-+][0-9.]{1,32})?");

  private GoTime() {}

  static Optional<Instant> read(String text) {
    Matcher parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.parse(parts.group(1))
              .atTime(LocalTime.parse(parts.group(2)))
              .toInstant(ZoneOffset.of(parts.group(3))));
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }
}
