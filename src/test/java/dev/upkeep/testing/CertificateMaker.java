package dev.upkeep.testing;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Signs X.509 certificates (RFC 5280) with P-256 keys, in this JVM: neither openssl nor keytool
/// has to be there, and one takes a millisecond.
final class CertificateMaker {
  static final String FOR_SERVERS = "1.3.6.1.5.5.7.3.1";
  static final String FOR_CLIENTS = "1.3.6.1.5.5.7.3.2";
  private static final byte[] ECDSA_SHA256 = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String name;
  private final KeyPair keys = newKeys();
  private final List<byte[]> extensions = new ArrayList<>();
  private Instant from = Instant.now().minus(Duration.ofDays(2));
  private Instant until = Instant.now().plus(Duration.ofDays(365));

  CertificateMaker(String name) {
    this.name = name;
  }

  CertificateMaker valid(Instant from, Instant until) {
    this.from = from;
    this.until = until;
    return this;
  }

  CertificateMaker authority() {
    extensions.add(extension("2.5.29.19", true, Der.sequence(Der.bool(true))));
    // keyCertSign and cRLSign: bits 5 and 6 of a byte of which one bit is unused.
    extensions.add(extension("2.5.29.15", true, Der.tagged(0x03, new byte[] {1, 0x06})));
    return this;
  }

  CertificateMaker usage(String purpose) {
    extensions.add(extension("2.5.29.37", false, Der.sequence(Der.oid(purpose))));
    return this;
  }

  CertificateMaker hosts(String... names) {
    List<byte[]> all = new ArrayList<>();
    for (String host : names) {
      boolean address = host.indexOf(':') >= 0 || Character.isDigit(host.charAt(0));
      all.add(
          address
              ? Der.tagged(0x87, InetAddress.ofLiteral(host).getAddress())
              : Der.tagged(0x82, host.getBytes(StandardCharsets.US_ASCII)));
    }
    extensions.add(extension("2.5.29.17", false, Der.sequence(all.toArray(byte[][]::new))));
    return this;
  }

  KeyPair keys() {
    return keys;
  }

  X509Certificate selfSigned() throws GeneralSecurityException {
    return signedBy(name, keys.getPrivate());
  }

  X509Certificate signedBy(CertificateMaker authority) throws GeneralSecurityException {
    return signedBy(authority.name, authority.keys.getPrivate());
  }

  private X509Certificate signedBy(String issuer, PrivateKey key) throws GeneralSecurityException {
    byte[] content =
        Der.sequence(
            Der.tagged(0xa0, Der.integer(BigInteger.TWO)), // version 3
            Der.integer(new BigInteger(64, RANDOM).add(BigInteger.ONE)),
            ECDSA_SHA256,
            distinguished(issuer),
            Der.sequence(Der.time(from), Der.time(until)),
            distinguished(name),
            keys.getPublic().getEncoded(),
            Der.tagged(0xa3, Der.sequence(extensions.toArray(byte[][]::new))));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key);
    signature.update(content);
    byte[] signed = Der.sequence(content, ECDSA_SHA256, Der.bits(signature.sign()));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(signed));
  }

  private static byte[] distinguished(String commonName) {
    return Der.sequence(Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.text(commonName))));
  }

  private static byte[] extension(String oid, boolean critical, byte[] value) {
    return critical
        ? Der.sequence(Der.oid(oid), Der.bool(true), Der.octets(value))
        : Der.sequence(Der.oid(oid), Der.octets(value));
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
