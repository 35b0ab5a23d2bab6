package dev.upkeep.database;

/// What a touch does at most. The stronger the mode, the stronger the evidence of activity.
public enum TouchMode {
  /// Writes our one key and reads it back.
  WRITE,
  /// Reads our one key; for read-only credentials.
  READ,
  /// Only asks whether the server answers. Providers may not count it as activity.
  PING
}
