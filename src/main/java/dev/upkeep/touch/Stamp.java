package dev.upkeep.touch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What our key holds: when it was written and by whom, as `<ISO 8601 instant> <label>`.
///
/// @param at in UTC, to the millisecond
/// @param label the writer's short host name, or `github-actions` and the like
public record Stamp(Instant at, String label) {
  public static final int MAX_LABEL_LENGTH = 64;

  private static final int MAX_TEXT_LENGTH = 1024;

  public Stamp {
    if (!isLabel(label)) {
      throw new IllegalArgumentException(
          "a label has 1 to 64 letters, digits, dots, hyphens or underscores");
    }
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /// Letters and digits of ASCII, `.`, `-` and `_`: what every log, file and page can show as it
  /// is.
  public static boolean isLabel(String text) {
    if (text.isEmpty() || text.length() > MAX_LABEL_LENGTH) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '.'
              || c == '-'
              || c == '_';
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  /// Empty when the text is not a stamp, which means that it is not ours.
  public static Optional<Stamp> parse(String text) {
    int space = text.indexOf(' ');
    if (space < 0 || !isLabel(text.substring(space + 1))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Stamp(UtcText.parse(text.substring(0, space)), text.substring(space + 1)));
    } catch (DateTimeException notAnInstant) {
      return Optional.empty();
    }
  }

  /// Whether the text is a stamp, or begins as one does, as another version's may.
  public static boolean isOurs(String text) {
    int space = text.indexOf(' ');
    if (space < 0 || text.length() > MAX_TEXT_LENGTH) {
      return false;
    }
    try {
      var _ = UtcText.parse(text.substring(0, space));
      return true;
    } catch (DateTimeException notAnInstant) {
      return false;
    }
  }

  /// The text that is stored.
  public String text() {
    return UtcText.of(at) + " " + label;
  }
}
