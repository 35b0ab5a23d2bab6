package dev.upkeep.secret;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

/// Secrets as the entries of a PKCS#12 key store in memory: alias = UUID, value = UTF-8 labelled
/// AES, the one algorithm name under which the JDK takes bytes of any number.
final class Vault {
  private static final String TYPE = "PKCS12";
  private static final String LABEL = "AES";

  private final KeyStore entries;
  private final Passphrase passphrase;

  private Vault(KeyStore entries, Passphrase passphrase) {
    this.entries = entries;
    this.passphrase = passphrase;
  }

  static Vault empty(Passphrase passphrase) throws IOException, GeneralSecurityException {
    KeyStore entries = KeyStore.getInstance(TYPE);
    entries.load(null, null);
    return new Vault(entries, passphrase);
  }

  /// Opens what [#bytes] gave.
  ///
  /// @throws UnrecoverableKeyException if the passphrase is wrong
  /// @throws IOException if this is no such thing
  static Vault open(byte[] bytes, Passphrase passphrase)
      throws IOException, GeneralSecurityException {
    KeyStore entries = KeyStore.getInstance(TYPE);
    try {
      entries.load(new ByteArrayInputStream(bytes), passphrase.characters());
    } catch (IOException e) {
      if (e.getCause() instanceof UnrecoverableKeyException wrong) {
        throw wrong;
      }
      throw e;
    }
    return new Vault(entries, passphrase);
  }

  Optional<byte[]> get(UUID id) throws GeneralSecurityException {
    Key key = entries.getKey(id.toString(), passphrase.characters());
    return Optional.ofNullable(key).map(Key::getEncoded);
  }

  void put(UUID id, byte[] value) throws GeneralSecurityException {
    entries.setEntry(
        id.toString(),
        new KeyStore.SecretKeyEntry(new SecretKeySpec(value, LABEL)),
        new KeyStore.PasswordProtection(passphrase.characters()));
  }

  /// Whether there was something to remove.
  boolean remove(UUID id) throws GeneralSecurityException {
    boolean there = entries.containsAlias(id.toString());
    entries.deleteEntry(id.toString());
    return there;
  }

  /// All entries, encrypted.
  byte[] bytes() throws IOException, GeneralSecurityException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    entries.store(bytes, passphrase.characters());
    return bytes.toByteArray();
  }
}
