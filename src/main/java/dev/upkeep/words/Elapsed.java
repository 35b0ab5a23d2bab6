package dev.upkeep.words;

import java.time.Duration;

/// Lengths of time in words.
public final class Elapsed {
  private Elapsed() {}

  /// `2 h 10 min`, `3 min`, `12 s`: the two largest units, and days from 48 hours on.
  public static String of(Duration duration) {
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

  /// `2 h`, `3 min`, `1 d`: the largest unit alone and no seconds, for what is looked at in
  /// passing.
  public static String roughly(Duration duration) {
    long minutes = Math.max(0, duration.toMinutes());
    if (minutes < 1) {
      return "less than a minute";
    }
    if (minutes < 60) {
      return minutes + " min";
    }
    return minutes < 48 * 60 ? minutes / 60 + " h" : minutes / (24 * 60) + " d";
  }

  /// `0.4 ms`, `42 ms`: a decimal only where it says something.
  public static String millis(Duration duration) {
    long tenths = Math.round(duration.toNanos() / 1e5);
    return tenths < 100
        ? tenths / 10 + "." + tenths % 10 + " ms"
        : Math.round(duration.toNanos() / 1e6) + " ms";
  }

  /// `62 days left`, `expired 3 days ago`.
  public static String daysLeft(long days) {
    long count = Math.abs(days);
    String unit = count == 1 ? " day" : " days";
    return days < 0 ? "expired " + count + unit + " ago" : count + unit + " left";
  }
}
