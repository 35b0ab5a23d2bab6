package dev.upkeep.http;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/// Which authorities may vouch for a server.
final class ServerJudge {
  private ServerJudge() {}

  /// Finds the authorities that matter to a chain of certificates.
  interface Source {
    /// Those that may vouch for one chain.
    ///
    /// @throws CertificateException if they cannot be read
    RootByRoot over(X509Certificate[] chain) throws CertificateException;
  }

  /// The judge that trusts what this Java trusts: `cacerts`, or what `javax.net.ssl.trustStore`
  /// names.
  static Source ofJava() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    RootByRoot judge = new RootByRoot(List.of(manager(factory).getAcceptedIssuers()), List.of());
    return chain -> judge;
  }

  /// The judge that reads the authorities of a chain when it comes.
  static Source ofDirectory(AuthorityDirectory directory) {
    return chain -> {
      try {
        return new RootByRoot(directory.issuersOf(chain), List.of());
      } catch (CertificateException e) {
        throw e;
      } catch (GeneralSecurityException e) {
        throw new CertificateException("the authorities cannot be read", e);
      }
    };
  }

  /// The judge that trusts these, of which only those that vouch for themselves are where trust
  /// begins; as OpenSSL does, others only connect.
  static Source of(Collection<X509Certificate> authorities) {
    List<X509Certificate> roots = authorities.stream().filter(ServerJudge::isRoot).toList();
    List<X509Certificate> between = authorities.stream().filter(one -> !isRoot(one)).toList();
    RootByRoot judge = new RootByRoot(roots, between);
    return chain -> judge;
  }

  private static boolean isRoot(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }

  static X509ExtendedTrustManager manager(TrustManagerFactory factory)
      throws GeneralSecurityException {
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager extended) {
        return extended;
      }
    }
    throw new GeneralSecurityException("no X.509 trust manager");
  }
}
