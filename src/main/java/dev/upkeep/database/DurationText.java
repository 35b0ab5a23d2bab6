package dev.upkeep.database;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as people write them in commands and files: `30m`, `6h`, `14d`, `1d12h`, `3 hours`, `2
/// Stunden`, and the [ISO 8601](https://www.iso.org/iso-8601-date-and-time-format.html) form that
/// programs write, `PT6H`. A day is always 24 hours.
public final class DurationText {
  /// What to tell a person whose text is none, to follow the name of what they set.
  public static final String EXPECTED = "is a duration such as 30m, 6h, 14d, 1d12h or PT6H.";

  private static final String NUMBER = "([0-9]{1,6})";
  private static final Pattern HUMAN =
      Pattern.compile(
          String.format(
              Locale.ROOT,
              "(?:%1$s ?(?:days?|tage?n?|d))?+ ?(?:%1$s ?(?:hours?|hrs?|std|stunden?|h))?+"
                  + " ?(?:%1$s ?(?:min(?:ute)?[sn]?|m))?+ ?(?:%1$s ?(?:sec(?:ond)?s?|sek(?:unden?)?|s))?+",
              NUMBER));

  /// Duration.parse takes signs and fractions as well; nobody means them here.
  private static final Pattern ISO =
      Pattern.compile(
          String.format(
              Locale.ROOT, "P(?:%1$sD)?(?:T(?:%1$sH)?(?:%1$sM)?(?:%1$sS)?)?", "[0-9]{1,6}"),
          Pattern.CASE_INSENSITIVE);

  private DurationText() {}

  /// Reads a duration of whole seconds, without regard to case and to blanks around it; empty when
  /// the text is anything else. Whether its length makes sense is the caller's to say.
  public static Optional<Duration> parse(String text) {
    String stripped = text.strip();
    return ISO.matcher(stripped).matches() ? iso(stripped) : human(stripped);
  }

  private static Optional<Duration> iso(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeException nothingAfterTheLetter) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> human(String text) {
    Matcher found = HUMAN.matcher(text.toLowerCase(Locale.ROOT));
    if (text.isEmpty() || !found.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        Duration.ofDays(number(found, 1))
            .plusHours(number(found, 2))
            .plusMinutes(number(found, 3))
            .plusSeconds(number(found, 4)));
  }

  private static long number(Matcher found, int group) {
    return found.group(group) == null ? 0 : Long.parseLong(found.group(group));
  }

  /// The shortest text that [#parse(String)] reads as this duration: `1d12h`, `90 s` as `1m30s`,
  /// none as `0s`. Fractions of a second are left out.
  ///
  /// @throws IllegalArgumentException if the duration is negative
  public static String of(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("a negative duration has no text");
    }
    StringBuilder text = new StringBuilder();
    append(text, duration.toDays(), 'd');
    append(text, duration.toHoursPart(), 'h');
    append(text, duration.toMinutesPart(), 'm');
    append(text, duration.toSecondsPart(), 's');
    return text.isEmpty() ? "0s" : text.toString();
  }

  private static void append(StringBuilder text, long count, char unit) {
    if (count > 0) {
      text.append(count).append(unit);
    }
  }
}
