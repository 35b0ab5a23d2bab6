package dev.upkeep.history;

/// The history file was written by a newer Upkeep, and this one would harm it.
public final class NewerHistoryException extends Exception {
  private static final long serialVersionUID = 1L;

  public NewerHistoryException(String fileName, int version, int known) {
    super(
        fileName
            + " was written by a newer version of Upkeep (history format "
            + version
            + ", this one knows "
            + known
            + "). Install that version, or move the file away.");
  }
}
