package dev.upkeep.schedule;

import dev.upkeep.touch.Outcome;

/// What the last touches of a database mean for the next one.
///
/// @param failures in a row until now
/// @param offline whether the last touch was skipped for want of a network, which says nothing
///   about the database
record FailureStreak(int failures, boolean offline) {
  static final FailureStreak GOOD = new FailureStreak(0, false);

  FailureStreak after(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Alive _ -> GOOD;
      case Outcome.Failed _ -> new FailureStreak(failures + 1, false);
      case Outcome.Skipped(var reason, _) ->
          new FailureStreak(failures, reason == Outcome.Skipped.Reason.OFFLINE);
    };
  }
}
