package dev.upkeep.database;

import dev.upkeep.language.RulePhrase;
import dev.upkeep.language.Sentence;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// The rules for the time between two touches.
public final class Intervals {
  public static final Duration SHORTEST = Duration.ofMinutes(1);
  public static final Duration LONGEST = Duration.ofDays(30);
  public static final Duration DEFAULT = Duration.ofHours(6);

  /// Two touches may be lost before the third one must succeed.
  private static final int TOUCHES_A_WINDOW = 3;

  private Intervals() {}

  /// Why the interval cannot be used, as a sentence; empty when it can.
  public static Optional<Sentence> problem(Duration interval) {
    boolean fits = interval.compareTo(SHORTEST) >= 0 && interval.compareTo(LONGEST) <= 0;
    return fits
        ? Optional.empty()
        : Optional.of(
            RulePhrase.INTERVAL.with(DurationText.of(SHORTEST), DurationText.of(LONGEST)));
  }

  /// What a person should know about an interval that can be used: that a single missed touch or
  /// two would cost the database. As a sentence; empty when three touches fit into the window, or
  /// no window is known.
  public static Optional<String> warning(Duration interval, Optional<Duration> window) {
    return window
        .filter(w -> interval.multipliedBy(TOUCHES_A_WINDOW).compareTo(w) > 0)
        .map(w ->
            String.format(
                Locale.ROOT,
                "Every %s is too seldom for a window of %s. Every %s leaves room for two lost touches.",
                DurationText.of(interval),
                DurationText.of(w),
                DurationText.of(advised(w))));
  }

  /// A third of the window, rounded down to what reads well.
  private static Duration advised(Duration window) {
    Duration third = window.dividedBy(TOUCHES_A_WINDOW);
    if (third.toDays() > 0) {
      return Duration.ofDays(third.toDays());
    }
    return third.toHours() > 0
        ? Duration.ofHours(third.toHours())
        : Duration.ofMinutes(third.toMinutes());
  }
}
