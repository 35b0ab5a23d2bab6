package dev.upkeep.agent;

import dev.upkeep.desktop.linux.secrets.SecretKeeper;
import dev.upkeep.desktop.linux.secrets.SecretServiceException.Reason;

/// What people read about the keeper of their secrets on Linux: each by its own name, with what can
/// be done there.
final class SecretServiceWords {
  private static final String INSTEAD =
      " Set UPKEEP_PASSPHRASE_FILE to keep secrets in a file under a passphrase, or refer to them"
          + " with env:NAME or file:/path.";

  private SecretServiceWords() {}

  /// Completes "Secrets are kept in …".
  static String place(SecretKeeper keeper) {
    return switch (keeper) {
      case GNOME_KEYRING, OTHER -> "the login keyring (Secret Service)";
      case KEEPASSXC -> "KeePassXC (Secret Service)";
      case KWALLET -> "KWallet (Secret Service)";
    };
  }

  /// What happened, and what to do about it.
  ///
  /// @param detail the name of an error
  static String sentence(Reason reason, SecretKeeper keeper, String detail) {
    return switch (reason) {
      case ABSENT -> "This computer has no keychain that Upkeep can use." + INSTEAD;
      case NO_KEYRING -> nothingToKeepIn(keeper) + INSTEAD;
      case LOCKED -> locked(keeper);
      case ASKS ->
          name(keeper)
              + " asks before it gives out this entry. Choose Unlock in Upkeep, and answer there.";
      case ASKING ->
          name(keeper)
              + " asks whether the entry may be removed. Answer there; Upkeep looks again.";
      case DISMISSED -> "The question of " + inside(keeper) + " was closed without a yes.";
      case DENIED -> name(keeper) + " refused access.";
      case SEVERAL ->
          name(keeper) + " holds several entries for this database. Remove all but one of them.";
      case FOREIGN -> "The entry of " + inside(keeper) + " was not made by Upkeep.";
      case UNDONE -> name(keeper) + " said yes, and did not do it.";
      case SILENT -> name(keeper) + " did not answer in time.";
      case FAILED -> name(keeper) + " answered with an error (" + detail + ").";
    };
  }

  private static String nothingToKeepIn(SecretKeeper keeper) {
    return switch (keeper) {
      case GNOME_KEYRING -> "The keychain has no keyring yet; logging in to the desktop makes one.";
      case KEEPASSXC ->
          "KeePassXC shows other programs no database. Open one, and choose a group of it under"
              + " Database Settings, Secret Service Integration.";
      case KWALLET -> "KWallet has no wallet yet; its settings make one.";
      case OTHER -> "The keychain has no keyring yet.";
    };
  }

  private static String locked(SecretKeeper keeper) {
    return switch (keeper) {
      case KEEPASSXC -> "KeePassXC is locked. Unlock its database, and Upkeep goes on by itself.";
      case KWALLET -> "KWallet is closed. Open it, and Upkeep goes on by itself.";
      case GNOME_KEYRING, OTHER ->
          "The keychain is locked. Unlock it, and Upkeep goes on by itself.";
    };
  }

  private static String name(SecretKeeper keeper) {
    String inside = inside(keeper);
    return Character.toUpperCase(inside.charAt(0)) + inside.substring(1);
  }

  private static String inside(SecretKeeper keeper) {
    return switch (keeper) {
      case GNOME_KEYRING, OTHER -> "the login keyring";
      case KEEPASSXC -> "KeePassXC";
      case KWALLET -> "KWallet";
    };
  }
}
