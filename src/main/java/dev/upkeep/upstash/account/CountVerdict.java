package dev.upkeep.upstash.account;

/// Whether the provider has counted touches between two looks.
public enum CountVerdict {
  /// The counters grew by what touches account for.
  COUNTED,
  /// They grew by more: others use the database too, so touches alone prove nothing, and the
  /// database is in use.
  BY_OTHERS,
  /// They stood still although a touch had written.
  NOT_COUNTED,
  /// Nothing to compare yet, no touch between that counts, or figures that make no sense.
  UNKNOWN
}
