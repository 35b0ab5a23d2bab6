package dev.upkeep.secret;

import java.util.Locale;

/// What people read about their keychain.
final class KeychainSentences {
  private static final String INSTEAD =
      " Set UPKEEP_PASSPHRASE_FILE to keep secrets in a file under a passphrase, or refer to them"
          + " with env:NAME or file:/path.";

  static final String ABSENT = "This computer has no keychain that Upkeep can use." + INSTEAD;
  static final String LOCKED = "The keychain is locked. Unlock it, and Upkeep goes on by itself.";
  static final String NOT_KEPT = "The keychain took the secret, but does not give it back.";
  static final String NOT_REMOVED = "The keychain still holds the secret.";
  static final String FOREIGN = "The keychain's entry for this database was not made by Upkeep.";

  private KeychainSentences() {}

  static String denied(KeychainKind kind) {
    return capital(kind.description()) + " refused access.";
  }

  static String failed(KeychainKind kind, String detail) {
    return capital(kind.description()) + " answered with an error (" + detail + ").";
  }

  static String silent(String description) {
    return capital(description) + " did not answer in time.";
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
