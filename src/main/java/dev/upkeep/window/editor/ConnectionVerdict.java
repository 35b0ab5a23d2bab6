package dev.upkeep.window.editor;

import java.util.List;

/// What came of a test or of saving.
///
/// @param sentences what is to be said of it; the first is the most important
/// @param untested whether the database may still be saved as it is
public record ConnectionVerdict(boolean good, List<String> sentences, boolean untested) {
  public ConnectionVerdict {
    sentences = List.copyOf(sentences);
  }
}
