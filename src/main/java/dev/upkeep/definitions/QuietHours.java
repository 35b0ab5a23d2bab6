package dev.upkeep.definitions;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/// The hours of a day, by the user's own clock, in which notices wait. They may cross midnight.
///
/// @param from the first quiet minute
/// @param to the first minute that is not
public record QuietHours(LocalTime from, LocalTime to) {
  private static final Pattern TEXT = Pattern.compile("[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}");

  public QuietHours {
    if (from.equals(to)) {
      throw new IllegalArgumentException("quiet hours begin and end at different times");
    }
  }

  /// Reads `22:00-07:00`; empty when the text is anything else.
  static Optional<QuietHours> parse(String text) {
    if (!TEXT.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new QuietHours(
              LocalTime.parse(text.substring(0, 5)), LocalTime.parse(text.substring(6))));
    } catch (DateTimeException | IllegalArgumentException noSuchHours) {
      return Optional.empty();
    }
  }

  /// What [#parse(String)] reads.
  String text() {
    return from + "-" + to;
  }
}
