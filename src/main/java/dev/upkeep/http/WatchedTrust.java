package dev.upkeep.http;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Decides whom to trust, and keeps the server's certificates before they are judged, since people
/// want to see most of all the ones that were rejected. The decision itself is the JDK's (PKIX,
/// with the host name checked against [RFC 9525](https://www.rfc-editor.org/rfc/rfc9525)); nothing
/// here can weaken it. For the connections to one server.
public final class WatchedTrust extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager judge;
  private volatile List<X509Certificate> chain = List.of();

  private WatchedTrust(X509ExtendedTrustManager judge) {
    this.judge = judge;
  }

  /// Trusts what this Java trusts: `cacerts`, or what `javax.net.ssl.trustStore` names.
  ///
  /// @throws GeneralSecurityException if that cannot be read
  public static WatchedTrust inSystem() throws GeneralSecurityException {
    return of(null);
  }

  /// Trusts these authorities and no others.
  ///
  /// @throws GeneralSecurityException if they cannot be used
  public static WatchedTrust in(KeyStore authorities) throws GeneralSecurityException {
    return of(authorities);
  }

  private static WatchedTrust of(@Nullable KeyStore authorities) throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(authorities);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager extended) {
        return new WatchedTrust(extended);
      }
    }
    throw new GeneralSecurityException("no X.509 trust manager");
  }

  /// TLS that asks this trust manager, and shows no certificate of ours.
  public SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[0], new TrustManager[] {this}, null);
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
    judge.checkServerTrusted(certificates, type, engine);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] certificates, String type, Socket socket)
      throws CertificateException {
    chain = List.of(certificates);
    judge.checkServerTrusted(certificates, type, socket);
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
    return judge.getAcceptedIssuers();
  }
}
