package dev.upkeep.secret;

import com.github.javakeyring.KeyringStorageType;
import dev.upkeep.language.KeychainPhrase;
import dev.upkeep.language.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The keychains that java-keyring speaks with, and by which of its backends. Linux is none of
/// them: the Secret Service is spoken to by ourselves.
enum KeychainKind {
  WINDOWS(KeychainPhrase.AT_WINDOWS, KeychainPhrase.WINDOWS),
  MAC(KeychainPhrase.AT_MAC, KeychainPhrase.MAC);

  private final KeychainPhrase place;
  private final KeychainPhrase keeper;

  KeychainKind(KeychainPhrase place, KeychainPhrase keeper) {
    this.place = place;
    this.keeper = keeper;
  }

  /// The keychain of a system, if it is one of these.
  ///
  /// @param osName the system property `os.name`
  static Optional<KeychainKind> of(String osName) {
    String name = osName.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return Optional.of(WINDOWS);
    }
    return name.startsWith("mac") ? Optional.of(MAC) : Optional.empty();
  }

  /// Completes "Secrets are kept in …".
  Sentence place() {
    return place.with();
  }

  /// Begins a sentence.
  Sentence keeper() {
    return keeper.with();
  }

  /// To be tried in this order.
  List<KeyringStorageType> backends() {
    return switch (this) {
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
