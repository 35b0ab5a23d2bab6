package dev.upkeep.secret;

import java.util.Locale;

/// The two places in which a home may keep secrets.
public enum StoreName {
  /// The system's.
  KEYCHAIN,
  /// The file under a passphrase.
  FILE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
