package dev.upkeep.control;

/// Where a home can keep its secrets.
public enum SecretPlace {
  /// The system's keychain.
  KEYCHAIN,
  /// The file under a passphrase.
  FILE
}
