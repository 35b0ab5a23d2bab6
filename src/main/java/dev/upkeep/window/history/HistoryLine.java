package dev.upkeep.window.history;

import dev.upkeep.history.RecordedTouch;

/// A line of the history as it is scrolled through.
public sealed interface HistoryLine {
  /// It is there, but what it says is not here yet, or not any more.
  record Waiting() implements HistoryLine {}

  record Touched(RecordedTouch touch) implements HistoryLine {}
}
