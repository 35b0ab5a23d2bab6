package dev.upkeep.history;

/// Something about the history itself that a person should know.
///
/// @param sentence complete, to be shown as it is
public record HistoryNotice(Kind kind, String sentence) {
  public enum Kind {
    /// The file was lost or damaged, and a new one was begun.
    DAMAGED,
    /// The file cannot be written; what happens is kept in memory. Told once until BACK.
    UNWRITABLE,
    /// The file can be written again.
    BACK
  }
}
