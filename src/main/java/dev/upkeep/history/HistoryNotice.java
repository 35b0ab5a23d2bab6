package dev.upkeep.history;

import dev.upkeep.language.Sentence;

/// Something about the history itself that a person should know.
///
/// @param told complete, to be shown as it is
public record HistoryNotice(Kind kind, Sentence told) {
  public enum Kind {
    /// The file was lost or damaged, and a new one was begun.
    DAMAGED,
    /// The file cannot be written; what happens is kept in memory. Told once until BACK.
    UNWRITABLE,
    /// The file can be written again.
    BACK
  }

  /// In English.
  public String sentence() {
    return told.english();
  }
}
