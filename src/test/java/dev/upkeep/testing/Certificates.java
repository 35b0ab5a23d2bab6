package dev.upkeep.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A private certificate authority and servers' certificates, good and bad, made once per JVM.
///
/// All are for `localhost`, 127.0.0.1 and ::1 and signed by the authority unless they say
/// otherwise: each is wrong in one way only.
public final class Certificates {
  private static final String[] HERE = {"localhost", "127.0.0.1", "::1"};
  private static final Path FOLDER = Scratch.folder("certificates");
  private static final CertificateMaker AUTHORITY =
      new CertificateMaker("Upkeep Test Authority").authority();
  private static final X509Certificate AUTHORITY_CERTIFICATE = authority();
  private static final Path CA_FILE = caPem();

  private static final ServerIdentity SERVER = signed("server", forServers("localhost"));
  private static final ServerIdentity EXPIRED =
      signed("expired", forServers("localhost").valid(daysFromNow(-30), daysFromNow(-1)));
  private static final ServerIdentity NOT_YET_VALID =
      signed("not-yet-valid", forServers("localhost").valid(daysFromNow(1), daysFromNow(30)));
  private static final ServerIdentity WRONG_HOST =
      signed(
          "wrong-host",
          new CertificateMaker("db.example.com")
              .usage(CertificateMaker.FOR_SERVERS)
              .hosts("db.example.com", "192.0.2.1"));
  private static final ServerIdentity WRONG_USAGE =
      signed(
          "wrong-usage",
          new CertificateMaker("localhost").usage(CertificateMaker.FOR_CLIENTS).hosts(HERE));
  private static final ServerIdentity SELF_SIGNED = selfSignedIdentity();

  private Certificates() {}

  /// Valid for a year, signed by [#caFile()].
  public static ServerIdentity server() {
    return SERVER;
  }

  /// Since yesterday.
  public static ServerIdentity expired() {
    return EXPIRED;
  }

  /// From tomorrow.
  public static ServerIdentity notYetValid() {
    return NOT_YET_VALID;
  }

  /// For `db.example.com` and 192.0.2.1.
  public static ServerIdentity wrongHost() {
    return WRONG_HOST;
  }

  /// Its extended key usage is for clients, not for servers.
  public static ServerIdentity wrongUsage() {
    return WRONG_USAGE;
  }

  /// Signed by itself; no authority vouches for it.
  public static ServerIdentity selfSigned() {
    return SELF_SIGNED;
  }

  /// Valid, for another host than this computer.
  public static ServerIdentity serverAt(String host) {
    return signed(
        "server-at-" + host,
        new CertificateMaker(host).usage(CertificateMaker.FOR_SERVERS).hosts(host));
  }

  /// A file that trusts the authority and nobody else, for `javax.net.ssl.trustStore`; its password
  /// is [ServerIdentity#KEY_STORE_PASSWORD].
  public static Path trustStore() {
    Path file = FOLDER.resolve("trust.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("authority", AUTHORITY_CERTIFICATE);
      trusted.store(out, ServerIdentity.KEY_STORE_PASSWORD.toCharArray());
      return file;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The authority's certificate as PEM, for `--ca-file`.
  public static Path caFile() {
    return CA_FILE;
  }

  /// For a client: trusts the authority and nobody else.
  public static SSLContext clientContext() {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("authority", AUTHORITY_CERTIFICATE);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CertificateMaker forServers(String name) {
    return new CertificateMaker(name).usage(CertificateMaker.FOR_SERVERS).hosts(HERE);
  }

  private static Instant daysFromNow(int days) {
    return Instant.now().plus(Duration.ofDays(days));
  }

  private static ServerIdentity signed(String file, CertificateMaker maker) {
    try {
      return ServerIdentity.write(
          FOLDER, file, maker.signedBy(AUTHORITY), maker.keys().getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ServerIdentity selfSignedIdentity() {
    CertificateMaker maker = forServers("localhost");
    try {
      return ServerIdentity.write(
          FOLDER, "self-signed", maker.selfSigned(), maker.keys().getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509Certificate authority() {
    try {
      return AUTHORITY.valid(daysFromNow(-60), daysFromNow(3650)).selfSigned();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path caPem() {
    try {
      return Files.writeString(FOLDER.resolve("ca.crt"), ServerIdentity.pem(AUTHORITY_CERTIFICATE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
