package dev.upkeep.upstash.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Compares two looks at the provider's counters. Pure.
///
/// The month's reads plus writes are compared, because those of a day begin anew at midnight; the
/// day's only where the month's are not told, and both looks and every touch between fall into one
/// UTC day. A change of month starts anew. See
/// `src/docs/decisions/0091-when-a-touch-counts-as-counted.md`.
public final class CountRule {
  /// Figures may be late: a younger write is none that must be seen.
  public static final Duration LATE = Duration.ofHours(1);

  /// A write that is read back is one SET and one GET at least.
  private static final long FEWEST = 1;

  /// What the longest touch sends that may be counted: writing, and reading again while a replica
  /// lags, on each of three attempts, and PING in case that is counted as well.
  private static final long MOST = 18;

  private CountRule() {}

  /// What a look tells compared with an earlier one.
  ///
  /// @param writes when touches began that wrote and read back, in any order
  /// @param touches how many touches of any kind ended between the two looks
  public static CountVerdict judge(
      Counters before, Counters after, List<Instant> writes, long touches) {
    List<Instant> seen =
        writes.stream()
            .filter(at -> at.isAfter(before.at()) && at.isBefore(after.at().minus(LATE)))
            .toList();
    Optional<Long> growth = growth(before, after, seen);
    if (seen.isEmpty() || growth.isEmpty() || growth.get() < 0) {
      return CountVerdict.UNKNOWN;
    }
    if (growth.get() == 0) {
      return CountVerdict.NOT_COUNTED;
    }
    if (growth.get() < FEWEST * seen.size()) {
      return CountVerdict.UNKNOWN;
    }
    return growth.get() <= MOST * Math.max(touches, seen.size())
        ? CountVerdict.COUNTED
        : CountVerdict.BY_OTHERS;
  }

  /// Whether the later look is one to compare the next one with: not while touches are still to
  /// come to the earlier one's side.
  static boolean isSettled(Counters before, Counters after, List<Instant> writes) {
    return startsAnew(before, after)
        || writes.stream()
            .anyMatch(at -> at.isAfter(before.at()) && at.isBefore(after.at().minus(LATE)));
  }

  /// Whether the counters have begun anew between the two, or one of the clocks was set back.
  static boolean startsAnew(Counters before, Counters after) {
    return !before.yearMonth().equals(after.yearMonth()) || !after.at().isAfter(before.at());
  }

  private static Optional<Long> growth(Counters before, Counters after, List<Instant> writes) {
    if (startsAnew(before, after)) {
      return Optional.empty();
    }
    Optional<Long> month = difference(before.month(), after.month());
    boolean oneDay =
        before.date().equals(after.date())
            && writes.stream()
                .allMatch(at -> new Counters(at, month, month).date().equals(after.date()));
    return month.isPresent() || !oneDay ? month : difference(before.day(), after.day());
  }

  private static Optional<Long> difference(Optional<Long> before, Optional<Long> after) {
    return before.flatMap(b -> after.map(a -> a - b));
  }
}
