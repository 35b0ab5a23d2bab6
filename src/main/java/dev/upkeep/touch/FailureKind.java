package dev.upkeep.touch;

/// What went wrong with a touch, as far as a person can act on it differently.
public enum FailureKind {
  /// The name does not exist: archived or deleted is likely.
  UNRESOLVED,
  /// Nothing listens there.
  REFUSED,
  /// No answer in time, be it a name server's or the database's, or no way to the address.
  TIMEOUT,
  /// Reset or ended in the middle.
  CLOSED,
  /// No encrypted connection: certificate, host name, or one side does not speak TLS.
  TLS,
  /// The password or token was rejected, or is missing.
  AUTH,
  /// The credential may not even read our key.
  PERMISSION,
  /// The provider's monthly or daily number of commands is used up.
  QUOTA,
  /// No room for our key, and it could not be read either.
  FULL,
  /// Starting, failing over, or too many clients: will pass.
  BUSY,
  /// A replica that would not answer a read either.
  READ_ONLY,
  /// Our key holds somebody else's data; it was left as it is.
  FOREIGN_KEY,
  /// Something answered, but not as a Redis would.
  PROTOCOL,
  /// Any other error reply.
  SERVER,
  /// The credential could not be had: keychain absent, locked, denied, or without the entry.
  SECRET,
  /// A fault in Upkeep itself.
  INTERNAL
}
