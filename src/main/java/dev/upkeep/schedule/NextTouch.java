package dev.upkeep.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Decides when a database is due next. Pure: no clock, no I/O; the caller passes now, and a draw
/// from 0 to 1 for the jitter.
final class NextTouch {
  /// Databases that were touched together, or failed together, drift apart.
  static final double JITTER = 0.05;

  /// How soon a failed touch is tried again, by the number of failures in a row from 1; after the
  /// last of these comes the interval. None is ever longer than the interval.
  private static final List<Duration> RETRIES =
      List.of(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));

  private NextTouch() {}

  /// When the next touch is due.
  ///
  /// @param now when the last touch ended, or when there was a reason to begin anew
  /// @param draw evenly distributed from 0 to 1
  static Instant after(Instant now, FailureStreak standing, Duration interval, double draw) {
    return now.plus(scaled(delay(standing, interval), 1 - JITTER + 2 * JITTER * draw));
  }

  /// The time between two touches, before jitter.
  static Duration delay(FailureStreak standing, Duration interval) {
    int step = standing.offline() ? 1 : standing.failures();
    if (step < 1 || step > RETRIES.size()) {
      return interval;
    }
    Duration retry = RETRIES.get(step - 1);
    return retry.compareTo(interval) < 0 ? retry : interval;
  }

  /// Whether no touch can have led to a due time so far away: the clock was set back since. Without
  /// this, a day back would be a day of silence.
  static boolean isTooFar(Instant due, Instant now, FailureStreak standing, Duration interval) {
    return due.isAfter(now.plus(scaled(delay(standing, interval), 1 + JITTER)));
  }

  private static Duration scaled(Duration time, double factor) {
    return Duration.ofMillis(Math.round(time.toMillis() * factor));
  }
}
