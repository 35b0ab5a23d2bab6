package dev.upkeep.history;

import dev.upkeep.touch.Outcome;

/// The three ways in which a touch can end, to filter and count by.
public enum Verdict {
  ALIVE,
  FAILED,
  SKIPPED;

  /// The verdict of an outcome.
  public static Verdict of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Alive alive -> ALIVE;
      case Outcome.Failed failed -> FAILED;
      case Outcome.Skipped skipped -> SKIPPED;
    };
  }
}
