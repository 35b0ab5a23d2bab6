package dev.upkeep.words;

import dev.upkeep.language.Language;
import dev.upkeep.language.TimePhrase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Says instants as people do: relative up to a day, then as dates. Pure.
///
/// @param now what is relative is relative to
/// @param zone where the reader is
public record When(Instant now, ZoneId zone, Language language) {
  /// For an English reader.
  public When(Instant now, ZoneId zone) {
    this(now, zone, Language.ENGLISH);
  }

  /// So far may two clocks be apart without one of them being wrong.
  private static final Duration UNEVEN = Duration.ofMinutes(2);

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  /// From here on a date without its year could be taken for that of another one.
  private static final Duration NEARLY_A_YEAR = Duration.ofDays(300);

  /// `3 min ago`, or `22 Dec`. A clock that disagrees a little says `just now`; of a time to come
  /// nobody knows when it was.
  public String past(Instant at) {
    Duration ago = Duration.between(at, now);
    if (ago.plus(UNEVEN).isNegative()) {
      return language.say(TimePhrase.CLOCK_WAS_WRONG);
    }
    if (ago.compareTo(Duration.ofSeconds(1)) < 0) {
      return language.say(TimePhrase.JUST_NOW);
    }
    return ago.compareTo(DAY) < 0 ? language.say(TimePhrase.AGO, Elapsed.of(ago)) : date(at);
  }

  /// `in 2 h 10 min`, or `24 Dec`; what should have been is `now`.
  public String future(Instant at) {
    Duration until = Duration.between(now, at);
    if (until.compareTo(Duration.ofSeconds(1)) < 0) {
      return language.say(TimePhrase.NOW);
    }
    return until.compareTo(DAY) < 0 ? language.say(TimePhrase.IN, Elapsed.of(until)) : date(at);
  }

  /// `in 2 h 10 min`, or `on 24 December`, within a sentence.
  public String futureInSentence(Instant at) {
    boolean far = Duration.between(now, at).compareTo(DAY) >= 0;
    return far ? language.say(TimePhrase.ON, longDate(at)) : future(at);
  }

  /// `in 2 h`, or `on 24 December`: a future instant for what is looked at in passing.
  public String soon(Instant at) {
    Duration until = Duration.between(now, at);
    if (until.compareTo(MINUTE) < 0) {
      return language.say(TimePhrase.NOW);
    }
    return until.compareTo(DAY) < 0
        ? language.say(TimePhrase.IN, roughly(until))
        : futureInSentence(at);
  }

  /// `at 14:02` if that is less than a day ago, else `on 21 November`.
  public String since(Instant at) {
    return Duration.between(at, now).compareTo(DAY) < 0
        ? language.say(TimePhrase.AT, formatter("HH:mm").format(at))
        : language.say(TimePhrase.ON, longDate(at));
  }

  /// `14:02` if that is less than a day ago or ahead, else `21 November`: the ends of a stretch of
  /// time.
  public String moment(Instant at) {
    return Duration.between(at, now).abs().compareTo(DAY) < 0
        ? formatter("HH:mm").format(at)
        : longDate(at);
  }

  /// `for 4 h`, or `until 22 Dec`. Rounded, since a pause of four hours that began a moment ago is
  /// one of four hours.
  public String lasting(Instant end) {
    Duration left = Duration.between(now, end);
    Duration half = left.compareTo(MINUTE) < 0 ? Duration.ofMillis(500) : MINUTE.dividedBy(2);
    return left.compareTo(DAY) < 0
        ? language.say(TimePhrase.FOR, Elapsed.of(left.plus(half)))
        : language.say(TimePhrase.UNTIL_DATE, date(end));
  }

  /// `22 Dec`.
  public String date(Instant at) {
    return format(language.say(TimePhrase.DATE), at);
  }

  /// `22 December`.
  public String longDate(Instant at) {
    return format(language.say(TimePhrase.LONG_DATE), at);
  }

  /// `2025-12-22 14:02:31`, for columns.
  public String exact(Instant at) {
    return formatter("uuuu-MM-dd HH:mm:ss").format(at);
  }

  /// `2 h`, `3 min`: a length of time for what is looked at in passing.
  public String roughly(Duration length) {
    return length.compareTo(MINUTE) < 0
        ? language.say(TimePhrase.BRIEFLY)
        : Elapsed.roughly(length);
  }

  /// `0.4 ms`, `42 ms`.
  public String millis(Duration length) {
    return Elapsed.millis(length).replace(".", language.say(TimePhrase.POINT));
  }

  /// `62 days left`, `expired 3 days ago`.
  public String daysLeft(long days) {
    return language.say(days < 0 ? TimePhrase.EXPIRED : TimePhrase.DAYS_LEFT, Math.abs(days));
  }

  private String format(String pattern, Instant at) {
    boolean far = Duration.between(now, at).abs().compareTo(NEARLY_A_YEAR) >= 0;
    return formatter(far ? pattern + " uuuu" : pattern).format(at);
  }

  private DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, language.locale()).withZone(zone);
  }
}
