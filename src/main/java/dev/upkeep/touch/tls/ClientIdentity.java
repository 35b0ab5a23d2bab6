package dev.upkeep.touch.tls;

import dev.upkeep.language.Sentence;
import dev.upkeep.language.TlsPhrase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;

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
    return of(chain, key, Optional.empty());
  }

  /// Reads PEM files.
  ///
  /// @param key as above, or as PKCS#8 that the passphrase opens
  /// @throws GeneralSecurityException as above
  public static ClientIdentity of(byte[] chain, byte[] key, Optional<char[]> passphrase)
      throws GeneralSecurityException {
    List<byte[]> certificates = Pem.blocks(chain, "CERTIFICATE");
    if (certificates.isEmpty()) {
      throw new UnfitIdentityException(TlsPhrase.NO_CERTIFICATE);
    }
    return new ClientIdentity(certificates, PrivateKeys.pkcs8(key, passphrase));
  }

  /// Reads a PKCS#12 file ([RFC 7292](https://www.rfc-editor.org/rfc/rfc7292)), the first key in
  /// it.
  ///
  /// @throws GeneralSecurityException as above
  public static ClientIdentity ofPkcs12(byte[] file, Optional<char[]> passphrase)
      throws GeneralSecurityException {
    char[] opens = passphrase.orElseGet(() -> new char[0]);
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(file), opens);
      for (String alias : Collections.list(store.aliases())) {
        if (store.getKey(alias, opens) instanceof PrivateKey key) {
          List<byte[]> chain = new ArrayList<>();
          for (Certificate certificate : store.getCertificateChain(alias)) {
            chain.add(certificate.getEncoded());
          }
          return new ClientIdentity(chain, key.getEncoded());
        }
      }
    } catch (IOException | GeneralSecurityException e) {
      // Not as the cause: what it quotes is not known.
      throw new UnfitIdentityException(
          passphrase.isPresent() ? TlsPhrase.PKCS12_NOT_OPENED : TlsPhrase.PKCS12_NEEDS_PASSPHRASE);
    }
    throw new UnfitIdentityException(TlsPhrase.NO_KEY_IN_PKCS12);
  }

  /// Why it would be of no use to show it now, as a sentence.
  public Optional<Sentence> problem(Instant now) {
    try {
      X509Certificate own = JsseTls.certificates(chain).getFirst();
      JsseIdentity.requirePair(own.getPublicKey(), key);
      if (own.getNotAfter().toInstant().isBefore(now)) {
        return Optional.of(TlsPhrase.CLIENT_EXPIRED.with(day(own.getNotAfter())));
      }
      return own.getNotBefore().toInstant().isAfter(now)
          ? Optional.of(TlsPhrase.CLIENT_NOT_YET.with(day(own.getNotBefore())))
          : Optional.empty();
    } catch (GeneralSecurityException e) {
      return Optional.of(TlsPhrase.WRONG_KEY.with());
    }
  }

  private static String day(Date date) {
    return date.toInstant().atOffset(ZoneOffset.UTC).toLocalDate().toString();
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
