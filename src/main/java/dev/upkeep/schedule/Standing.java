package dev.upkeep.schedule;

import dev.upkeep.touch.Outcome;

/// What the last touches of a database mean for the next one.
///
/// @param failures in a row until now
/// @param offline whether the last touch was skipped for want of a network, which says nothing
///   about the database
record Standing(int failures, boolean offline) {
  static final Standing GOOD = new Standing(0, false);

  Standing after(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Alive _ -> GOOD;
      case Outcome.Failed _ -> new Standing(failures + 1, false);
      case Outcome.Skipped(var reason, _) ->
          new Standing(failures, reason == Outcome.Skipped.Reason.OFFLINE);
    };
  }
}
