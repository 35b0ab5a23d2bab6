package dev.upkeep.secret;

import com.github.javakeyring.BackendNotSupportedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Makes the stores, each of which gives up after a while, and chooses among them.
public final class SecretStores {
  /// How long a store may take to answer.
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

  private static final String SERVICE = "Upkeep";

  private SecretStores() {}

  /// The secrets of a home: each is where it was stored. New ones go into the keychain if there is
  /// one; else into the file, if there is a passphrase. Otherwise into the keychain all the same:
  /// it says what is missing and what to do, and it works as soon as one appears, which at login
  /// may take a moment. Never plain text.
  ///
  /// Blocks as the stores do.
  ///
  /// @param keychain from [#keychain]
  /// @param file where the passphrase file is or would be
  /// @param passphrase from [References#passphrase], or from a prompt
  /// @throws IllegalArgumentException if the passphrase is empty
  public static SecretStore ofHome(
      SecretStore keychain, Path file, Optional<char[]> passphrase, SecretLedger ledger) {
    StoreName preferred =
        passphrase.isPresent() && isAbsent(keychain) ? StoreName.FILE : StoreName.KEYCHAIN;
    return new HomeStores(
        keychain,
        file,
        passphrase.map(characters -> passphraseFile(file, characters)),
        preferred,
        ledger);
  }

  /// The keychain of Windows or macOS; empty for other systems, where it is none of java-keyring's.
  ///
  /// @param osName the system property `os.name`
  /// @param profile empty for the default one; others have entries of their own
  /// @param timeout for each call
  public static Optional<SecretStore> keychain(
      String osName, Optional<String> profile, Duration timeout) {
    return KeychainKind.of(osName)
        .map(kind ->
            timed(
                new KeychainStore(kind, service(profile), () -> open(kind)),
                patience(kind, timeout)));
  }

  /// A store that gives up after a while.
  public static SecretStore timed(SecretStore store, Duration timeout) {
    return new TimedStore(store, timeout);
  }

  private static Keychain open(KeychainKind kind) throws BackendNotSupportedException {
    Keychain keychain = JavaKeyring.open(kind);
    return kind == KeychainKind.MAC ? new OneItem(keychain) : keychain;
  }

  /// macOS may be asking a person, and answers when that person has.
  static Duration patience(KeychainKind kind, Duration usual) {
    return kind == KeychainKind.MAC ? SecretStore.UNLOCK_PATIENCE : usual;
  }

  /// How long the file may take: its passphrase is stretched, which takes seconds on a small
  /// computer that is busy, and others may be writing.
  private static final Duration FILE_TIMEOUT = Duration.ofSeconds(30);

  /// A file under a passphrase; made with the first secret.
  ///
  /// @throws IllegalArgumentException if the passphrase is empty
  public static SecretStore passphraseFile(Path file, char[] passphrase) {
    return new TimedStore(new PassphraseFile(file, Passphrase.of(passphrase)), FILE_TIMEOUT);
  }

  /// Under which service the entries of a profile are in a keychain.
  public static String service(Optional<String> profile) {
    return profile.map(name -> SERVICE + " (" + name + ")").orElse(SERVICE);
  }

  private static boolean isAbsent(SecretStore keychain) {
    return keychain.check().filter(it -> it.trouble() == Trouble.ABSENT).isPresent();
  }
}
