package dev.upkeep.touch;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Instants as text: ISO 8601 in UTC, always with milliseconds, as `2026-01-02T03:04:05.006Z`.
///
/// By hand, since java.time's formatter takes longer to load than a database takes to answer. It
/// still has the last word on whatever looks unusual.
public final class UtcText {
  private static final int LENGTH = "2026-01-02T03:04:05.006Z".length();
  private static final int NANOS_PER_MILLI = 1_000_000;

  private UtcText() {}

  /// The instant, cut to milliseconds.
  public static String of(Instant instant) {
    LocalDateTime at = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    if (at.getYear() < 0 || at.getYear() > 9999) {
      return Unusual.FORMAT.format(instant);
    }
    StringBuilder text = new StringBuilder(LENGTH);
    append(text, at.getYear(), 4).append('-');
    append(text, at.getMonthValue(), 2).append('-');
    append(text, at.getDayOfMonth(), 2).append('T');
    append(text, at.getHour(), 2).append(':');
    append(text, at.getMinute(), 2).append(':');
    append(text, at.getSecond(), 2).append('.');
    return append(text, at.getNano() / NANOS_PER_MILLI, 3).append('Z').toString();
  }

  /// The instant that an ISO 8601 text in UTC means, with or without fractions of a second.
  ///
  /// @throws DateTimeException if it means none
  public static Instant parse(String text) {
    if (!isUsual(text)) {
      return Instant.parse(text);
    }
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19),
            number(text, 20, 23) * NANOS_PER_MILLI)
        .toInstant(ZoneOffset.UTC);
  }

  private static StringBuilder append(StringBuilder text, int number, int digits) {
    String plain = Integer.toString(number);
    for (int i = plain.length(); i < digits; i++) {
      text.append('0');
    }
    return text.append(plain);
  }

  /// Whether digits and separators are where [#of] puts them. Hour 24 and a leap second, which mean
  /// something at the end of a day, do not count.
  private static boolean isUsual(String text) {
    if (text.length() != LENGTH || text.startsWith("24", 11) || text.startsWith("60", 17)) {
      return false;
    }
    String shape = "0000-00-00T00:00:00.000Z";
    for (int i = 0; i < LENGTH; i++) {
      char c = text.charAt(i);
      boolean fits = shape.charAt(i) == '0' ? c >= '0' && c <= '9' : c == shape.charAt(i);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  /// Loaded when it is needed.
  private static final class Unusual {
    static final DateTimeFormatter FORMAT =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
  }
}
