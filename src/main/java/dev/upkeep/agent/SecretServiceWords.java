package dev.upkeep.agent;

import dev.upkeep.desktop.linux.secrets.SecretKeeper;
import dev.upkeep.desktop.linux.secrets.SecretServiceException.Reason;
import dev.upkeep.language.KeychainPhrase;
import dev.upkeep.language.Sentence;

/// What people read about the keeper of their secrets on Linux: each by its own name, with what can
/// be done there.
final class SecretServiceWords {
  private SecretServiceWords() {}

  /// Completes "Secrets are kept in …".
  static Sentence place(SecretKeeper keeper) {
    return switch (keeper) {
      case GNOME_KEYRING, OTHER -> KeychainPhrase.AT_KEYRING.with();
      case KEEPASSXC -> KeychainPhrase.AT_KEEPASSXC.with();
      case KWALLET -> KeychainPhrase.AT_KWALLET.with();
    };
  }

  /// Begins a sentence.
  static Sentence name(SecretKeeper keeper) {
    return switch (keeper) {
      case GNOME_KEYRING, OTHER -> KeychainPhrase.KEYRING.with();
      case KEEPASSXC -> KeychainPhrase.KEEPASSXC.with();
      case KWALLET -> KeychainPhrase.KWALLET.with();
    };
  }

  /// What happened, and what to do about it.
  ///
  /// @param detail the name of an error
  static Sentence sentence(Reason reason, SecretKeeper keeper, String detail) {
    return switch (reason) {
      case ABSENT -> KeychainPhrase.ABSENT.with().then(KeychainPhrase.INSTEAD.with());
      case NO_KEYRING -> nothingToKeepIn(keeper).then(KeychainPhrase.INSTEAD.with());
      case LOCKED -> locked(keeper);
      case ASKS -> KeychainPhrase.ASKS.with(name(keeper));
      case ASKING -> KeychainPhrase.ASKING.with(name(keeper));
      case DISMISSED ->
          isKeyring(keeper)
              ? KeychainPhrase.DISMISSED_KEYRING.with()
              : KeychainPhrase.DISMISSED.with(name(keeper));
      case DENIED -> KeychainPhrase.DENIED.with(name(keeper));
      case SEVERAL -> KeychainPhrase.SEVERAL.with(name(keeper));
      case FOREIGN ->
          isKeyring(keeper)
              ? KeychainPhrase.FOREIGN_KEYRING.with()
              : KeychainPhrase.FOREIGN.with(name(keeper));
      case UNDONE -> KeychainPhrase.UNDONE.with(name(keeper));
      case SILENT -> KeychainPhrase.SILENT.with(name(keeper));
      case FAILED -> KeychainPhrase.ERROR.with(name(keeper), detail);
    };
  }

  private static Sentence nothingToKeepIn(SecretKeeper keeper) {
    return switch (keeper) {
      case GNOME_KEYRING -> KeychainPhrase.NO_KEYRING_YET.with();
      case KEEPASSXC -> KeychainPhrase.NO_DATABASE_SHOWN.with();
      case KWALLET -> KeychainPhrase.NO_WALLET.with();
      case OTHER -> KeychainPhrase.NO_KEYRING.with();
    };
  }

  private static Sentence locked(SecretKeeper keeper) {
    return switch (keeper) {
      case KEEPASSXC -> KeychainPhrase.KEEPASSXC_LOCKED.with();
      case KWALLET -> KeychainPhrase.KWALLET_CLOSED.with();
      case GNOME_KEYRING, OTHER -> KeychainPhrase.LOCKED.with();
    };
  }

  /// What has no name of its own needs its article in the middle of a sentence.
  private static boolean isKeyring(SecretKeeper keeper) {
    return keeper == SecretKeeper.GNOME_KEYRING || keeper == SecretKeeper.OTHER;
  }
}
