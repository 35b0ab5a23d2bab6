package dev.upkeep.http;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/// The JDK's judge over servers, who is to trust some authorities.
final class ServerJudge {
  private ServerJudge() {}

  /// Whoever can judge a chain of certificates.
  interface Source {
    /// @throws CertificateException if nobody vouches for it
    X509ExtendedTrustManager over(X509Certificate[] chain) throws CertificateException;
  }

  /// The judge that trusts what this Java trusts: `cacerts`, or what `javax.net.ssl.trustStore`
  /// names.
  static Source ofJava() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    X509ExtendedTrustManager judge =
        trusting(List.of(manager(factory).getAcceptedIssuers()), List.of());
    return chain -> judge;
  }

  /// The judge that reads the authorities of a chain when it comes.
  static Source ofDirectory(AuthorityDirectory directory) {
    return chain -> {
      try {
        return trusting(directory.issuersOf(chain), List.of());
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
    return chain -> {
      try {
        return trusting(roots, between);
      } catch (CertificateException e) {
        throw e;
      } catch (GeneralSecurityException e) {
        throw new CertificateException("the authorities cannot be used", e);
      }
    };
  }

  private static boolean isRoot(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }

  private static X509ExtendedTrustManager trusting(
      Collection<X509Certificate> roots, Collection<X509Certificate> between)
      throws GeneralSecurityException {
    Set<TrustAnchor> anchors =
        roots.stream()
            .filter(root -> Strength.suffices(root.getPublicKey()))
            .map(root -> new TrustAnchor(root, null))
            .collect(Collectors.toSet());
    if (anchors.isEmpty()) {
      // In the JDK's words, because that is how it is told from other faults.
      throw new CertificateException("unable to find valid certification path to requested target");
    }
    PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, new X509CertSelector());
    parameters.setRevocationEnabled(false);
    parameters.addCertPathChecker(new Strength());
    if (!between.isEmpty()) {
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(between)));
    }
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(new CertPathTrustManagerParameters(parameters));
    return manager(factory);
  }

  private static X509ExtendedTrustManager manager(TrustManagerFactory factory)
      throws GeneralSecurityException {
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager extended) {
        return extended;
      }
    }
    throw new GeneralSecurityException("no X.509 trust manager");
  }
}
