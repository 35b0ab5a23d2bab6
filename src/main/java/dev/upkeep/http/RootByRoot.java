package dev.upkeep.http;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/// Asks the JDK about a chain under one trusted authority after the other, each held to what its
/// own certificate says; one that vouches for the chain is enough.
final class RootByRoot {
  private final Collection<X509Certificate> roots;
  private final Collection<X509Certificate> between;

  /// @param roots where trust begins
  /// @param between authorities that only connect
  RootByRoot(Collection<X509Certificate> roots, Collection<X509Certificate> between) {
    this.roots = roots;
    this.between = between;
  }

  /// One question to the JDK's judge.
  private interface Question {
    void ask(X509ExtendedTrustManager judge) throws CertificateException;
  }

  void check(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
    check(chain, judge -> judge.checkServerTrusted(chain, type, engine));
  }

  void check(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
    check(chain, judge -> judge.checkServerTrusted(chain, type, socket));
  }

  private void check(X509Certificate[] chain, Question question) throws CertificateException {
    // In the JDK's words, because that is how it is told from other faults.
    CertificateException reason =
        new CertificateException("unable to find valid certification path to requested target");
    for (X509Certificate root : candidates(chain)) {
      @Nullable CertificateException against = verdict(root, chain, question);
      if (against == null) {
        return;
      }
      reason = against;
    }
    throw reason;
  }

  private @Nullable CertificateException verdict(
      X509Certificate root, X509Certificate[] chain, Question question) {
    try {
      TrustedRoot.requireFit(root, chain[0]);
      question.ask(judge(root));
      if (TrustedRoot.hasLimits(root)) {
        TrustedRoot.requireWithin(root, chain, between);
      }
      return null;
    } catch (CertificateException e) {
      return e;
    } catch (GeneralSecurityException e) {
      return new CertificateException("an authority cannot be used", e);
    }
  }

  /// Those that can have issued any of the certificates: few of many, as a rule.
  private List<X509Certificate> candidates(X509Certificate[] chain) {
    Set<X500Principal> issuers = new HashSet<>();
    Stream.concat(Arrays.stream(chain), between.stream())
        .forEach(one -> issuers.add(one.getIssuerX500Principal()));
    return roots.stream().filter(root -> issuers.contains(root.getSubjectX500Principal())).toList();
  }

  private X509ExtendedTrustManager judge(X509Certificate root) throws GeneralSecurityException {
    PKIXBuilderParameters parameters =
        new PKIXBuilderParameters(Set.of(new TrustAnchor(root, null)), new X509CertSelector());
    parameters.setRevocationEnabled(false);
    parameters.setMaxPathLength(TrustedRoot.LONGEST_PATH);
    parameters.addCertPathChecker(new Strength());
    parameters.addCertPathChecker(new ServerUse());
    if (!between.isEmpty()) {
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(between)));
    }
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(new CertPathTrustManagerParameters(parameters));
    return ServerJudge.manager(factory);
  }
}
