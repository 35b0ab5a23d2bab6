package dev.upkeep.database;

/// Sentences that are put together.
public final class FullStop {
  private FullStop() {}

  /// With a full stop at its end, and only one: what others say may be a sentence already.
  public static String ended(String text) {
    return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
  }
}
