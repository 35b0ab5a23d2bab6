package dev.upkeep.touch;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Instants as text: ISO 8601 in UTC, always with milliseconds, as `2026-01-02T03:04:05.006Z`.
///
/// By hand, since java.time's formatter takes longer to load than a database takes to answer. It
/// still has the last word on whatever looks unusual.
public final class UtcText {
  private static final int LENGTH = "2026-01-02T03:04:05.006Z".length();
  private static final int NANOS_PER_MILLI = 1_000_000;
  private static final int SECONDS_PER_DAY = 86_400;
  private static final int MARCH_OF_0_TO_1970 = 719_468;

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
    int second = number(text, 11, 13) * 3600 + number(text, 14, 16) * 60 + number(text, 17, 19);
    return Instant.ofEpochSecond(
        day(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)) * SECONDS_PER_DAY + second,
        (long) number(text, 20, 23) * NANOS_PER_MILLI);
  }

  /// Days since 1970, of a year from 0 on. Years begin in March here, so that the day that is not
  /// in every year is the last of one.
  private static long day(int year, int month, int day) {
    long y = month > 2 ? year : year - 1;
    int m = month > 2 ? month - 3 : month + 9;
    long leapDays = Math.floorDiv(y, 4) - Math.floorDiv(y, 100) + Math.floorDiv(y, 400);
    return 365 * y + leapDays + (153 * m + 2) / 5 + day - 1 - MARCH_OF_0_TO_1970;
  }

  private static StringBuilder append(StringBuilder text, int number, int digits) {
    String plain = Integer.toString(number);
    for (int i = plain.length(); i < digits; i++) {
      text.append('0');
    }
    return text.append(plain);
  }

  /// Whether digits and separators are where [#of] puts them, and mean a time of every year.
  private static boolean isUsual(String text) {
    if (text.length() != LENGTH) {
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
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= days(month)
        && number(text, 11, 13) < 24
        && number(text, 14, 16) < 60
        && number(text, 17, 19) < 60;
  }

  /// As many as the month has in every year.
  private static int days(int month) {
    if (month == 2) {
      return 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  /// Loaded when it is needed.
  private static final class Unusual {
    static final DateTimeFormatter FORMAT =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
  }
}
