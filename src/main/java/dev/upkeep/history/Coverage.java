package dev.upkeep.history;

import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import java.time.Instant;
import java.util.Optional;

/// The time that one touch speaks for: from when it began until the next was due, and a tenth more,
/// unless another one speaks sooner. Milliseconds since 1970.
///
/// @param until exclusive
public record Coverage(long at, long until, boolean up) {
  /// The longest interval is 30 days. A due time beyond that is a mistake, and must not fill years.
  private static final long LONGEST = 33 * 86_400_000L;

  public static Coverage of(long at, long nextDue, boolean up) {
    long interval = Math.clamp(nextDue - at, 0, LONGEST);
    return new Coverage(at, at + Math.min(LONGEST, interval + interval / 10), up);
  }

  /// Empty for a touch that says nothing about the database.
  public static Optional<Coverage> of(RecordedTouch touch) {
    return speaks(touch.touch().outcome())
        ? Optional.of(of(millis(touch.at()), millis(touch.nextDue()), touch.touch().alive()))
        : Optional.empty();
  }

  /// Whether an outcome says anything about the database. A touch that was skipped does not, nor
  /// one that failed before it could leave this computer.
  static boolean speaks(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Alive alive -> true;
      case Outcome.Failed failed -> speaks(failed.kind());
      case Outcome.Skipped skipped -> false;
    };
  }

  static boolean speaks(FailureKind kind) {
    return kind != FailureKind.SECRET && kind != FailureKind.INTERNAL;
  }

  /// How much of it lies within a span, in milliseconds.
  static long overlap(long from, long to, long spanFrom, long spanTo) {
    return Math.max(0, Math.min(to, spanTo) - Math.max(from, spanFrom));
  }

  /// Milliseconds since 1970. An instant beyond what fits becomes the last that does: a stamp comes
  /// from a server, which may claim any year.
  public static long millis(Instant instant) {
    try {
      return instant.toEpochMilli();
    } catch (ArithmeticException outOfRange) {
      return instant.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }
}
