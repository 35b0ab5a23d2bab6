package dev.upkeep.desktop.linux.secrets;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.interfaces.DHPublicKey;
import javax.crypto.spec.DHParameterSpec;
import javax.crypto.spec.DHPublicKeySpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import org.freedesktop.dbus.DBusPath;

/// How secrets are encrypted on their way over the bus, so that whoever records it does not record
/// them: `dh-ietf1024-sha256-aes128-cbc-pkcs7`, or not at all where the other side has nothing
/// better than `plain`. The bus is this user's alone either way. See
/// https://specifications.freedesktop.org/secret-service/latest/transfer-secrets.html
final class TransportKey {
  static final String ENCRYPTED = "dh-ietf1024-sha256-aes128-cbc-pkcs7";
  static final String PLAIN = "plain";

  private static final int KEY_BYTES = 16;
  private static final int PRIME_BITS = 1024;

  /// The second Oakley group, see https://www.rfc-editor.org/rfc/rfc2409#section-6.2
  private static final BigInteger PRIME =
      new BigInteger(
          "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A0879"
              + "8E3404DDEF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9"
              + "A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE649286651ECE65381FFFFFFFF"
              + "FFFFFFFF",
          16);

  private static final BigInteger GENERATOR = BigInteger.TWO;

  private final Optional<SecretKey> key;

  private TransportKey(Optional<SecretKey> key) {
    this.key = key;
  }

  static TransportKey plain() {
    return new TransportKey(Optional.empty());
  }

  /// Our part of a key that is not agreed on yet: one that nobody takes for a negative number or
  /// for a shorter one.
  static KeyPair part() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("DH");
    generator.initialize(new DHParameterSpec(PRIME, GENERATOR));
    KeyPair part = generator.generateKeyPair();
    while (number(part).bitLength() > PRIME_BITS - 1
        || number(part).bitLength() <= PRIME_BITS - 8) {
      part = generator.generateKeyPair();
    }
    return part;
  }

  /// What the other side is given of our part.
  static byte[] published(KeyPair part) {
    return number(part).toByteArray();
  }

  private static BigInteger number(KeyPair part) {
    return ((DHPublicKey) part.getPublic()).getY();
  }

  /// The key that our part and the other side's make; empty if it begins with a zero, which some
  /// leave out.
  static Optional<TransportKey> agreed(KeyPair ours, byte[] theirs)
      throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance("DH");
    agreement.init(ours.getPrivate());
    agreement.doPhase(
        KeyFactory.getInstance("DH")
            .generatePublic(new DHPublicKeySpec(new BigInteger(1, theirs), PRIME, GENERATOR)),
        true);
    byte[] shared = agreement.generateSecret(); // as long as the prime
    if (shared[0] == 0) {
      return Optional.empty();
    }
    SecretKey key =
        KDF.getInstance("HKDF-SHA256")
            .deriveKey(
                "AES", HKDFParameterSpec.ofExtract().addIKM(shared).thenExpand(null, KEY_BYTES));
    return Optional.of(new TransportKey(Optional.of(key)));
  }

  SecretStruct seal(DBusPath session, byte[] secret) throws GeneralSecurityException {
    if (key.isEmpty()) {
      return new SecretStruct(session, new byte[0], secret, "text/plain");
    }
    byte[] vector = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(vector);
    return new SecretStruct(
        session, vector, cipher(Cipher.ENCRYPT_MODE, vector).doFinal(secret), "text/plain");
  }

  byte[] open(SecretStruct secret) throws GeneralSecurityException {
    return key.isEmpty()
        ? secret.value
        : cipher(Cipher.DECRYPT_MODE, secret.parameters).doFinal(secret.value);
  }

  private Cipher cipher(int mode, byte[] vector) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(mode, key.orElseThrow(), new IvParameterSpec(vector));
    return cipher;
  }
}
