package dev.upkeep.deploy;

import java.time.Duration;
import java.util.List;

/// A time between two runs that calendars can say: a part of an hour, a part of a day, or whole
/// days.
sealed interface Period {
  Duration HOUR = Duration.ofHours(1);
  Duration DAY = Duration.ofDays(1);

  /// Any month has room for this many days between two runs.
  int LONGEST_DAYS = 28;

  /// Divides the hour without rest.
  record Minutes(int n) implements Period {}

  /// Divides the day without rest.
  record Hours(int n) implements Period {}

  /// Counted anew from the first of each month, so the last time in a month may be shorter, and
  /// none is longer.
  record Days(int n) implements Period {}

  /// The longest one that is not longer than the wish.
  ///
  /// @param wish at least a minute
  static Period ofAtMost(Duration wish) {
    if (wish.compareTo(HOUR) < 0) {
      return new Minutes(largest(List.of(1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30), wish.toMinutes()));
    }
    if (wish.compareTo(DAY) < 0) {
      return new Hours(largest(List.of(1, 2, 3, 4, 6, 8, 12), wish.toHours()));
    }
    return new Days((int) Math.min(wish.toDays(), LONGEST_DAYS));
  }

  private static int largest(List<Integer> choices, long most) {
    return choices.stream().filter(n -> n <= most).reduce(1, Math::max);
  }

  /// The longest time between two runs.
  default Duration length() {
    return switch (this) {
      case Minutes(int n) -> Duration.ofMinutes(n);
      case Hours(int n) -> Duration.ofHours(n);
      case Days(int n) -> Duration.ofDays(n);
    };
  }

  /// For names of files and jobs: `15m`, `6h`, `10d`.
  default String word() {
    return switch (this) {
      case Minutes(int n) -> n + "m";
      case Hours(int n) -> n + "h";
      case Days(int n) -> n + "d";
    };
  }
}
