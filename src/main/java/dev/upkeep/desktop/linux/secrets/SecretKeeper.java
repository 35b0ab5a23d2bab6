package dev.upkeep.desktop.linux.secrets;

/// Who keeps the secrets, as far as a person has to do something else with each.
public enum SecretKeeper {
  GNOME_KEYRING,
  KEEPASSXC,
  KWALLET,
  /// Anybody else, one behind a sandbox's proxy, or nobody yet.
  OTHER;

  /// The keeper that is this program.
  ///
  /// @param program as the kernel calls it, with at most 15 letters
  static SecretKeeper of(String program) {
    return switch (program.strip()) {
      case "gnome-keyring-d" -> GNOME_KEYRING;
      case "keepassxc" -> KEEPASSXC;
      case "kwalletd5", "kwalletd6", "ksecretd" -> KWALLET;
      default -> OTHER;
    };
  }
}
