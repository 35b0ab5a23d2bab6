package dev.upkeep.secret;

import com.github.javakeyring.KeyringStorageType;
import java.util.List;
import java.util.Locale;

/// The keychains of the systems, and which of java-keyring's backends speak with them. KWallet's
/// own interface is left out: it asks a person for every new program, and KDE offers the Secret
/// Service as well.
enum KeychainKind {
  SECRET_SERVICE("the login keyring (Secret Service)"),
  WINDOWS("the Windows Credential Manager"),
  MAC("the macOS keychain");

  private final String description;

  KeychainKind(String description) {
    this.description = description;
  }

  /// The keychain of a system.
  ///
  /// @param osName the system property `os.name`
  static KeychainKind of(String osName) {
    String name = osName.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return WINDOWS;
    }
    return name.startsWith("mac") ? MAC : SECRET_SERVICE;
  }

  /// Completes "Secrets are kept in …".
  String description() {
    return description;
  }

  /// To be tried in this order.
  List<KeyringStorageType> backends() {
    return switch (this) {
      case SECRET_SERVICE -> List.of(KeyringStorageType.GNOME_KEYRING);
      case WINDOWS -> List.of(KeyringStorageType.WINDOWS_CREDENTIAL_STORE);
      case MAC -> List.of(KeyringStorageType.LEGACY_OSX_KEYCHAIN);
    };
  }

  /// What is stored for a text. java-keyring stores UTF-16 on Windows, which would halve the room.
  String encode(String text) {
    return this == WINDOWS ? PackedText.pack(text) : text;
  }

  /// Reverses [#encode].
  ///
  /// @throws IllegalArgumentException if this is nothing that we stored
  String decode(String stored) {
    return this == WINDOWS ? PackedText.unpack(stored) : stored;
  }
}
