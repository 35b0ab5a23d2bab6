package dev.upkeep.secret;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.UnrecoverableKeyException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Secrets as the entries of a PKCS#12 key store in memory: alias = UUID, value = UTF-8 labelled
/// AES, the one algorithm name under which the JDK takes bytes of any number.
///
/// The passphrase is stretched [#ITERATIONS] times for the MAC and for one entry, which holds a
/// random key. Under that key are all others, so that each of a thousand secrets does not cost the
/// time that guessing a passphrase is to cost. What an older version wrote has no such key; it gets
/// one with [#bytes].
final class Vault {
  /// As OWASP advises for PBKDF2 with HMAC-SHA-256. Tests, which open a thousand, make it less.
  static final int ITERATIONS = Integer.getInteger("upkeep.stretching", 600_000);

  /// Enough for a key that nobody can guess.
  private static final int FOR_A_RANDOM_KEY = 1;

  private static final String TYPE = "PKCS12";
  private static final String LABEL = "AES";
  private static final String KEY_ALIAS = "upkeep-key";
  private static final String CIPHER = "PBEWithHmacSHA256AndAES_256";
  private static final SecureRandom RANDOM = new SecureRandom();

  private KeyStore entries;
  private final Passphrase passphrase;

  /// Opens each entry: the random key, or in an old file the passphrase.
  private char[] opener;

  private Vault(KeyStore entries, Passphrase passphrase, char[] opener) {
    this.entries = entries;
    this.passphrase = passphrase;
    this.opener = opener;
  }

  static Vault empty(Passphrase passphrase) throws IOException, GeneralSecurityException {
    KeyStore entries = KeyStore.getInstance(TYPE);
    entries.load(null, null);
    return new Vault(entries, passphrase, passphrase.characters());
  }

  /// Opens what [#bytes] gave, now or in an older version. Takes about half a second.
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
    Key key = entries.getKey(KEY_ALIAS, passphrase.characters());
    return new Vault(
        entries, passphrase, key == null ? passphrase.characters() : characters(key.getEncoded()));
  }

  Optional<byte[]> get(UUID id) throws GeneralSecurityException {
    return Optional.ofNullable(entries.getKey(id.toString(), opener)).map(Key::getEncoded);
  }

  /// The ids of all entries.
  Set<UUID> ids() throws GeneralSecurityException {
    Set<UUID> ids = new HashSet<>();
    for (String alias : aliases(entries)) {
      try {
        ids.add(UUID.fromString(alias));
      } catch (IllegalArgumentException notOurs) {
        // Somebody else's tool put it there, and so it stays.
      }
    }
    return Set.copyOf(ids);
  }

  void put(UUID id, byte[] value) throws GeneralSecurityException {
    renew();
    set(id.toString(), value, opener, FOR_A_RANDOM_KEY);
  }

  /// Whether there was something to remove.
  boolean remove(UUID id) throws GeneralSecurityException {
    boolean there = entries.containsAlias(id.toString());
    entries.deleteEntry(id.toString());
    return there;
  }

  /// All entries, encrypted.
  byte[] bytes() throws IOException, GeneralSecurityException {
    renew();
    // The one way to tell the JDK; it is read at each store.
    System.setProperty("keystore.pkcs12.macIterationCount", Integer.toString(ITERATIONS));
    // Each entry is encrypted already. Around them all Java would encrypt once more, under the
    // passphrase stretched 10,000 times, and whoever guesses would try there.
    System.setProperty("keystore.pkcs12.certProtectionAlgorithm", "NONE");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    entries.store(bytes, passphrase.characters());
    return bytes.toByteArray();
  }

  /// Puts the entries of an old file under a random key.
  private void renew() throws GeneralSecurityException {
    if (entries.containsAlias(KEY_ALIAS)) {
      return;
    }
    byte[] key = random(32);
    KeyStore old = entries;
    // A new one, because Java goes on with what it has found in a file.
    entries = KeyStore.getInstance(TYPE);
    try {
      entries.load(null, null);
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
    for (String alias : aliases(old)) {
      byte[] value = old.getKey(alias, opener).getEncoded();
      set(alias, value, characters(key), FOR_A_RANDOM_KEY);
    }
    set(KEY_ALIAS, key, passphrase.characters(), ITERATIONS);
    opener = characters(key);
  }

  private void set(String alias, byte[] value, char[] under, int iterations)
      throws GeneralSecurityException {
    PBEParameterSpec stretching =
        new PBEParameterSpec(random(20), iterations, new IvParameterSpec(random(16)));
    entries.setEntry(
        alias,
        new KeyStore.SecretKeyEntry(new SecretKeySpec(value, LABEL)),
        new KeyStore.PasswordProtection(under, CIPHER, stretching));
  }

  private static List<String> aliases(KeyStore entries) throws GeneralSecurityException {
    List<String> aliases = new ArrayList<>();
    entries.aliases().asIterator().forEachRemaining(aliases::add);
    aliases.remove(KEY_ALIAS);
    return aliases;
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static char[] characters(byte[] key) {
    return Base64.getEncoder().encodeToString(key).toCharArray();
  }
}
