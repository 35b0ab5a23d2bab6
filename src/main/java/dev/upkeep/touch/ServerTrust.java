package dev.upkeep.touch;

import dev.upkeep.database.Database;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Decides whom to trust, and remembers the certificate it was asked about, so that a rejected one
/// can be explained. The decision itself is the JDK's (PKIX, with the host name checked against
/// [RFC 9525](https://www.rfc-editor.org/rfc/rfc9525)); nothing here can weaken it.
final class ServerTrust extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager judge;
  private volatile X509Certificate @Nullable [] seen;

  private ServerTrust(X509ExtendedTrustManager judge) {
    this.judge = judge;
  }

  /// Trusts the certificates of the database's `caFile` and no others, or else the system's.
  static ServerTrust of(Database database) throws TouchFailure {
    try {
      KeyStore anchors = null;
      if (database.caFile().isPresent()) {
        anchors = CaFiles.read(database.caFile().get());
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(anchors);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509ExtendedTrustManager judge) {
          return new ServerTrust(judge);
        }
      }
      throw new GeneralSecurityException("no X.509 trust manager");
    } catch (GeneralSecurityException | IOException e) {
      throw TouchFailure.lasting(
              FailureKind.TLS,
              "The trusted certificates could not be read"
                  + database.caFile().map(file -> " from " + file).orElse("")
                  + ".",
              "Give a file with certificates in PEM form, which begins with "
                  + "-----BEGIN CERTIFICATE-----.")
          .causedBy(e);
    }
  }

  /// A context that asks this trust manager.
  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {this}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  /// The leaf of the chain that a server has shown, accepted or not.
  Optional<X509Certificate> leaf() {
    X509Certificate[] chain = seen;
    return chain == null || chain.length == 0 ? Optional.empty() : Optional.of(chain[0]);
  }

  /// Whether the server sent nothing but a certificate that vouches for itself.
  boolean isSelfSigned() {
    X509Certificate[] chain = seen;
    return chain != null
        && chain.length == 1
        && chain[0].getSubjectX500Principal().equals(chain[0].getIssuerX500Principal());
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    seen = chain.clone();
    judge.checkServerTrusted(chain, authType, socket);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    seen = chain.clone();
    judge.checkServerTrusted(chain, authType, engine);
  }

  /// Never used by JSSE when the two above exist, and refused because it cannot check a host name.
  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("no connection to check the host name of");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw new CertificateException("Upkeep is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("Upkeep is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("Upkeep is no server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return judge.getAcceptedIssuers();
  }
}
