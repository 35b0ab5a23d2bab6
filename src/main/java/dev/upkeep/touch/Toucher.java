package dev.upkeep.touch;

/// Visits databases.
public interface Toucher {
  /// Touches once, retries included. Blocks for at most 30 s and never throws for anything that a
  /// server, a network or a definition can do: that is an [Outcome].
  Touch touch(TouchRequest request);
}
