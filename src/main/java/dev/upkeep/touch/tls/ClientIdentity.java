package dev.upkeep.touch.tls;

import java.security.GeneralSecurityException;
import java.util.List;

/// What to show a server that asks who we are: certificates, our own first, and its private key.
public final class ClientIdentity {
  private final List<byte[]> chain;
  private final byte[] key;

  private ClientIdentity(List<byte[]> chain, byte[] key) {
    this.chain = chain;
    this.key = key;
  }

  /// Reads PEM files.
  ///
  /// @param chain certificates, our own first, then those of authorities between it and one that
  ///   the server knows
  /// @param key as PKCS#8, PKCS#1 (RSA) or SEC1 (EC), without a passphrase
  /// @throws GeneralSecurityException if either holds nothing usable; its message is a sentence for
  ///   people, and quotes neither
  public static ClientIdentity of(byte[] chain, byte[] key) throws GeneralSecurityException {
    List<byte[]> certificates = Pem.blocks(chain, "CERTIFICATE");
    if (certificates.isEmpty()) {
      throw new GeneralSecurityException("There is no certificate in PEM form.");
    }
    return new ClientIdentity(certificates, PrivateKeys.pkcs8(key));
  }

  /// DER, not to be changed.
  List<byte[]> chain() {
    return chain;
  }

  /// PKCS#8, not to be changed.
  byte[] key() {
    return key;
  }

  @Override
  public String toString() {
    return "a client's certificate and key";
  }
}
