package dev.upkeep.window;

import dev.upkeep.history.RecordedTouch;

/// A line of the history as it is scrolled through.
sealed interface HistoryLine {
  /// It is there, but what it says is not here yet, or not any more.
  record Waiting() implements HistoryLine {}

  record Touched(RecordedTouch touch) implements HistoryLine {}
}
