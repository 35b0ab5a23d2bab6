package dev.upkeep.http;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// Decides whom to trust, and keeps the server's certificates before they are judged, since people
/// want to see most of all the ones that were rejected. The decision itself is the JDK's (PKIX,
/// with the host name checked against [RFC 9525](https://www.rfc-editor.org/rfc/rfc9525)); what is
/// added here only rejects more, so that it never accepts what OpenSSL would not. For the
/// connections to one server.
public final class WatchedTrust extends X509ExtendedTrustManager {
  private final ServerJudge.Source judges;
  private volatile List<X509Certificate> chain = List.of();

  private WatchedTrust(ServerJudge.Source judges) {
    this.judges = judges;
  }

  /// Trusts what `javax.net.ssl.trustStore` names, or else the system's authorities, or else what
  /// this Java came with.
  ///
  /// @throws GeneralSecurityException if that cannot be read
  public static WatchedTrust inSystem() throws GeneralSecurityException {
    Optional<String> directory =
        System.getProperty("javax.net.ssl.trustStore") == null
            ? AuthorityDirectory.system()
            : Optional.empty();
    return directory.isPresent()
        ? inDirectory(directory.get())
        : new WatchedTrust(ServerJudge.ofJava());
  }

  /// Trusts the authorities that lie in a directory under the hashes of their names, or in several
  /// joined with colons.
  public static WatchedTrust inDirectory(String directory) {
    return new WatchedTrust(ServerJudge.ofDirectory(new AuthorityDirectory(directory)));
  }

  /// Trusts these authorities and no others.
  ///
  /// @throws GeneralSecurityException if they cannot be used
  public static WatchedTrust in(KeyStore authorities) throws GeneralSecurityException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (String alias : Collections.list(authorities.aliases())) {
      if (authorities.getCertificate(alias) instanceof X509Certificate certificate) {
        certificates.add(certificate);
      }
    }
    return new WatchedTrust(ServerJudge.of(certificates));
  }

  /// TLS that asks this trust manager, and shows no certificate of ours.
  public SSLContext context() {
    return context(new KeyManager[0]);
  }

  /// TLS that asks this trust manager.
  ///
  /// @param keys what to show a server that asks who we are
  public SSLContext context(KeyManager[] keys) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, new TrustManager[] {this}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  /// The certificates that the server has shown, accepted or not, its own first; empty before.
  public List<X509Certificate> chain() {
    return chain;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] certificates, String type, SSLEngine engine)
      throws CertificateException {
    chain = List.of(certificates);
    X509Certificate[] judged = CrossSigned.first(certificates);
    judges.over(judged).check(judged, type, engine);
    ServerName.check(certificates[0], engine.getHandshakeSession());
  }

  @Override
  public void checkServerTrusted(X509Certificate[] certificates, String type, Socket socket)
      throws CertificateException {
    chain = List.of(certificates);
    X509Certificate[] judged = CrossSigned.first(certificates);
    judges.over(judged).check(judged, type, socket);
    ServerName.check(certificates[0], ((SSLSocket) socket).getHandshakeSession());
  }

  /// Never used by JSSE when the two above exist, and refused because it cannot check a host name.
  @Override
  public void checkServerTrusted(X509Certificate[] certificates, String type)
      throws CertificateException {
    throw new CertificateException("no connection to check the host name of");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] certificates, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("we are a client");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] certificates, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("we are a client");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] certificates, String type)
      throws CertificateException {
    throw new CertificateException("we are a client");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
