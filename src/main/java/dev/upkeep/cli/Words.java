package dev.upkeep.cli;

import dev.upkeep.database.DatabaseName;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.Rung;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How the command line says times and things. English, since scripts read it.
final class Words {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  private Words() {}

  /// ISO 8601 in UTC, always with milliseconds.
  static String instant(Instant instant) {
    return INSTANT.format(instant);
  }

  /// `2 h 10 min`, `3 min`, `12 s`: the two largest units, and days from 48 hours on.
  static String duration(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    long minutes = seconds / 60;
    if (minutes < 60) {
      return minutes + " min";
    }
    long hours = minutes / 60;
    if (hours < 48) {
      return hours + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
    return hours / 24 + " d" + (hours % 24 == 0 ? "" : " " + hours % 24 + " h");
  }

  /// `0.4 ms`, `42 ms`: a decimal only where it says something.
  static String millis(Duration duration) {
    double millis = duration.toNanos() / 1e6;
    return millis < 10
        ? String.format(Locale.ROOT, "%.1f ms", millis)
        : String.format(Locale.ROOT, "%.0f ms", millis);
  }

  /// `62 days left`, `expired 3 days ago`.
  static String daysLeft(long days) {
    long count = Math.abs(days);
    String unit = count == 1 ? " day" : " days";
    return days < 0 ? "expired " + count + unit + " ago" : count + unit + " left";
  }

  /// A value that a person has set, on one line and short enough to read.
  static String foreignWord(String text) {
    String visible =
        text.codePoints()
            .filter(c -> !DatabaseName.isInvisible(c))
            .limit(80)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return visible.strip();
  }

  static String evidence(Evidence evidence) {
    return switch (evidence) {
      case WRITE -> "write verified";
      case READ -> "read only, weaker evidence";
      case KEY_MISSING -> "read only, and the key is not there";
      case PING -> "PING only, nothing written";
    };
  }

  static String rung(Rung rung) {
    return switch (rung) {
      case TEXT -> "text understood";
      case NAME -> "name resolved";
      case TCP -> "TCP connected";
      case TLS -> "TLS established";
      case AUTHENTICATED -> "authenticated";
      case PING -> "PING answered";
      case WRITE -> "key written";
      case READ_BACK -> "key read back";
    };
  }
}
