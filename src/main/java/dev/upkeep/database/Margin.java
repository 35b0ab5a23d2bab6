package dev.upkeep.database;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long a database is still safe: the last verified touch plus the time that its provider lets
/// it rest. Pure; the caller passes now.
public sealed interface Margin {
  /// The margin after a touch.
  ///
  /// @param lastVerified when the last touch began whose evidence moves the margin; empty if there
  ///   was none yet
  /// @param window see [Database#effectiveWindow()]
  static Margin of(Optional<Instant> lastVerified, Optional<Duration> window) {
    if (window.isEmpty()) {
      return new Unknown(Unknown.Reason.NO_WINDOW);
    }
    return lastVerified
        .<Margin>map(instant -> new Known(instant, window.get()))
        .orElseGet(() -> new Unknown(Unknown.Reason.NEVER_VERIFIED));
  }

  /// When the provider may take the database down; empty where that is not known.
  Optional<Instant> safeUntil();

  /// The time until then: at most the window, and negative once it has passed.
  Optional<Duration> left(Instant now);

  /// What is left of the window, from 0 to 1.
  Optional<Double> share(Instant now);

  /// The lowest threshold that the margin has fallen below.
  Level level(Instant now);

  /// How far a margin has melted, each level worse than the one before.
  enum Level {
    /// Nothing can be said.
    UNKNOWN,
    /// At least half of the window is left.
    AMPLE,
    /// Less than half of the window.
    HALF,
    /// Less than a quarter of the window.
    QUARTER,
    /// Less than three days, or in a window under twelve days, where that would be no warning but
    /// the ordinary state, less than an eighth of it.
    THREE_DAYS,
    /// The window has passed: the database may be gone.
    PASSED
  }

  /// There is no margin to speak of.
  record Unknown(Reason reason) implements Margin {
    public enum Reason {
      /// No touch has proved anything yet.
      NEVER_VERIFIED,
      /// Nobody knows how long this provider lets a database rest.
      NO_WINDOW
    }

    @Override
    public Optional<Instant> safeUntil() {
      return Optional.empty();
    }

    @Override
    public Optional<Duration> left(Instant now) {
      return Optional.empty();
    }

    @Override
    public Optional<Double> share(Instant now) {
      return Optional.empty();
    }

    @Override
    public Level level(Instant now) {
      return Level.UNKNOWN;
    }
  }

  /// A margin that melts.
  ///
  /// @param window positive
  record Known(Instant lastVerified, Duration window) implements Margin {
    private static final Duration THREE_DAYS = Duration.ofDays(3);

    public Known {
      if (!window.isPositive()) {
        throw new IllegalArgumentException("a window is positive");
      }
    }

    @Override
    public Optional<Instant> safeUntil() {
      return Optional.of(end());
    }

    @Override
    public Optional<Duration> left(Instant now) {
      return Optional.of(remaining(now));
    }

    @Override
    public Optional<Double> share(Instant now) {
      double share = (double) remaining(now).toMillis() / window.toMillis();
      return Optional.of(Math.clamp(share, 0.0, 1.0));
    }

    @Override
    public Level level(Instant now) {
      Duration left = remaining(now);
      if (!left.isPositive()) {
        return Level.PASSED;
      }
      if (left.compareTo(lastThreshold()) < 0) {
        return Level.THREE_DAYS;
      }
      if (left.compareTo(window.dividedBy(4)) < 0) {
        return Level.QUARTER;
      }
      return left.compareTo(window.dividedBy(2)) < 0 ? Level.HALF : Level.AMPLE;
    }

    private Instant end() {
      return lastVerified.plus(window);
    }

    /// A clock that was set back since the touch must not promise more than the provider does.
    private Duration remaining(Instant now) {
      Duration left = Duration.between(now, end());
      return left.compareTo(window) > 0 ? window : left;
    }

    private Duration lastThreshold() {
      return window.compareTo(THREE_DAYS.multipliedBy(4)) < 0 ? window.dividedBy(8) : THREE_DAYS;
    }
  }
}
