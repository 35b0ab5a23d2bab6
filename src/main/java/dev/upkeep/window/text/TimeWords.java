package dev.upkeep.window.text;

import static dev.upkeep.window.text.MomentsText.*;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// Says instants as people of a locale do: relative up to a day, then as dates. Pure.
///
/// @param now what is relative is relative to
/// @param zone where the reader is
public record TimeWords(Instant now, ZoneId zone, Texts texts) {
  /// So far may two clocks be apart without one of them being wrong.
  private static final Duration UNEVEN = Duration.ofMinutes(2);

  private static final Duration DAY = Duration.ofDays(1);

  /// From here on a date without its year could be taken for that of another one.
  private static final Duration NEARLY_A_YEAR = Duration.ofDays(300);

  /// `3 min ago`, or `22 Dec`. A clock that disagrees a little says `just now`; of a time to come
  /// nobody knows when it was.
  public String past(Instant at) {
    Duration ago = Duration.between(at, now);
    if (ago.plus(UNEVEN).isNegative()) {
      return texts.say(CLOCK_WAS_WRONG);
    }
    if (ago.compareTo(Duration.ofSeconds(5)) < 0) {
      return texts.say(JUST_NOW);
    }
    return ago.compareTo(DAY) < 0 ? texts.say(AGO, span(ago)) : date(at);
  }

  /// `in 2 h 10 min`, or `on 24 December`; what should have been is `now`.
  public String future(Instant at) {
    Duration until = Duration.between(now, at);
    if (until.compareTo(Duration.ofSeconds(1)) < 0) {
      return texts.say(NOW);
    }
    return until.compareTo(DAY) < 0 ? texts.say(IN, span(until)) : texts.say(ON, longDate(at));
  }

  /// `22 Dec`.
  public String date(Instant at) {
    return format(isFar(at) ? "yMMMd" : "MMMd", at);
  }

  /// `22 December`.
  public String longDate(Instant at) {
    return format(isFar(at) ? "yMMMMd" : "MMMMd", at);
  }

  /// `14:02` if that is less than a day away, else `22 Dec`.
  public String timeOrDate(Instant at) {
    return Duration.between(now, at).abs().compareTo(DAY) < 0 ? time(at) : date(at);
  }

  /// `14:02`.
  public String time(Instant at) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .withLocale(texts.locale())
        .format(at.atZone(zone));
  }

  /// `22 Dec 2025, 14:02:31`, for hovering.
  public String exact(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
        .withLocale(texts.locale())
        .format(at.atZone(zone));
  }

  /// `2 h 10 min`, `3 min`, `12 s`: the two largest units, and days from 48 hours on.
  public String span(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return texts.say(SECONDS, seconds);
    }
    long minutes = seconds / 60;
    if (minutes < 60) {
      return texts.say(MINUTES, minutes);
    }
    long hours = minutes / 60;
    if (hours < 48) {
      return minutes % 60 == 0
          ? texts.say(HOURS, hours)
          : texts.say(HOURS_MINUTES, hours, minutes % 60);
    }
    return hours % 24 == 0
        ? texts.say(DAYS, hours / 24)
        : texts.say(DAYS_HOURS, hours / 24, hours % 24);
  }

  /// `0.4 ms`, `42 ms`: a decimal only where it says something.
  public String millis(Duration duration) {
    double millis = duration.toNanos() / 1e6;
    return texts.say(MILLIS, millis < 10 ? Math.round(millis * 10) / 10.0 : Math.round(millis));
  }

  private boolean isFar(Instant at) {
    return Duration.between(now, at).abs().compareTo(NEARLY_A_YEAR) >= 0;
  }

  private String format(String fields, Instant at) {
    return DateTimeFormatter.ofLocalizedPattern(fields)
        .withLocale(texts.locale())
        .format(at.atZone(zone));
  }
}
