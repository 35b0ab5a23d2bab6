package dev.upkeep.definitions;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The hours of a day, by the user's own clock, in which notices wait. They may cross midnight.
///
/// @param from the first quiet minute
/// @param to the first minute that is not
public record QuietHours(LocalTime from, LocalTime to) {
  private static final String TIME = "([0-9]{1,2})(?::([0-9]{2}))?\\s?([ap])?(?:\\.?m\\.?)?";
  private static final Pattern TEXT =
      Pattern.compile(
          String.format(Locale.ROOT, "(?:from )?%1$s\\s?(?:-|–|to|until)\\s?%1$s", TIME));

  public QuietHours {
    if (from.equals(to)) {
      throw new IllegalArgumentException("quiet hours begin and end at different times");
    }
  }

  /// Reads `22:00-07:00`, `22-7`, `10pm-7am` or `10 pm to 7:30 am`; empty when the text is anything
  /// else.
  static Optional<QuietHours> parse(String text) {
    Matcher found = TEXT.matcher(text.toLowerCase(Locale.ROOT));
    if (!found.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new QuietHours(time(found, 1), time(found, 4)));
    } catch (DateTimeException | IllegalArgumentException noSuchHours) {
      return Optional.empty();
    }
  }

  /// The time in the three groups from this one on: hour, minute, half of the day.
  private static LocalTime time(Matcher found, int group) {
    int hour = Integer.parseInt(found.group(group));
    int minute = found.group(group + 1) == null ? 0 : Integer.parseInt(found.group(group + 1));
    String half = found.group(group + 2);
    if (half == null) {
      return LocalTime.of(hour, minute);
    }
    if (hour < 1 || hour > 12) {
      throw new DateTimeException("a half of a day has twelve hours");
    }
    return LocalTime.of(hour % 12 + (half.equals("p") ? 12 : 0), minute);
  }

  /// What [#parse(String)] reads.
  String text() {
    return from + "-" + to;
  }
}
