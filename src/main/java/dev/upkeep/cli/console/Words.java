package dev.upkeep.cli.console;

import dev.upkeep.database.DatabaseName;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.UtcText;
import java.time.Instant;

/// How the command line says times and things. English, since scripts read it.
public final class Words {
  private Words() {}

  /// ISO 8601 in UTC, always with milliseconds.
  public static String instant(Instant instant) {
    return UtcText.of(instant);
  }

  /// A value that a person has set, on one line and short enough to read.
  public static String foreignWord(String text) {
    String visible =
        text.codePoints()
            .filter(c -> !DatabaseName.isInvisible(c))
            .limit(80)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return visible.strip();
  }

  public static String evidence(Evidence evidence) {
    return switch (evidence) {
      case WRITE -> "write verified";
      case READ -> "read only, weaker evidence";
      case KEY_MISSING -> "read only, and the key is not there";
      case PING -> "PING only, nothing written";
    };
  }
}
