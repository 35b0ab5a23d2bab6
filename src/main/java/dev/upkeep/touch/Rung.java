package dev.upkeep.touch;

/// The steps of a touch in their order; each needs the one before.
public enum Rung {
  /// The connection text was understood.
  TEXT,
  /// The Sentinel has said where the database is.
  SENTINEL,
  /// The host name has an address.
  NAME,
  /// The port accepts a connection.
  TCP,
  /// The connection is encrypted, and the certificate is the host's.
  TLS,
  /// The password or token was accepted.
  AUTHENTICATED,
  PING,
  WRITE,
  READ_BACK,
  /// The server has said what it is; only doctor asks, and nothing depends on it.
  SERVER
}
