package dev.upkeep.secret;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;

/// java-keyring, with a connection of its own for one conversation: a kept one would not survive
/// the keychain's restart.
final class JavaKeyring implements Keychain {
  private final Keyring keyring;

  private JavaKeyring(Keyring keyring) {
    this.keyring = keyring;
  }

  /// Opens the first backend of this kind that works.
  ///
  /// @throws BackendNotSupportedException if none works
  static Keychain open(KeychainKind kind) throws BackendNotSupportedException {
    BackendNotSupportedException failure = new BackendNotSupportedException("no backend works");
    for (KeyringStorageType backend : kind.backends()) {
      try {
        return new JavaKeyring(Keyring.create(backend));
      } catch (BackendNotSupportedException | LinkageError e) {
        failure.addSuppressed(e);
      }
    }
    throw failure;
  }

  @Override
  public String get(String service, String account) throws PasswordAccessException {
    return keyring.getPassword(service, account);
  }

  @Override
  public void set(String service, String account, String text) throws PasswordAccessException {
    keyring.setPassword(service, account, text);
  }

  @Override
  public void delete(String service, String account) throws PasswordAccessException {
    keyring.deletePassword(service, account);
  }

  @Override
  public void close() {
    try {
      keyring.close();
    } catch (Exception e) {
      // The answer counts; a connection that does not close is gone when the bus drops it.
    }
  }
}
