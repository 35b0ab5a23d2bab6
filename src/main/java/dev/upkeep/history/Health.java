package dev.upkeep.history;

/// How a database is doing, as far as Upkeep knows. Every change of it is a [Transition].
public enum Health {
  /// The last touch that said anything about it succeeded.
  ALIVE,
  /// Touches have failed, but fewer in a row than it takes to be alarmed (`alert.after`).
  FAILING,
  /// So many touches in a row have failed that a person should know.
  DOWN,
  /// Not touched, because a person wants it so.
  PAUSED,
  /// Nothing can be said: not touched yet, or its credential cannot be had.
  UNKNOWN
}
