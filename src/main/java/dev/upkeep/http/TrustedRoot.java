package dev.upkeep.http;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathValidator;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Holds an authority to what its own certificate says. The JDK takes from one that it is told to
/// trust its name and its key alone; OpenSSL judges it like every other in the chain.
final class TrustedRoot {
  private static final String NAME_CONSTRAINTS = "2.5.29.30";
  private static final int KEY_CERT_SIGN = 5;

  /// More than the JDK lets a server send.
  static final int LONGEST_PATH = 10;

  private TrustedRoot() {}

  /// Rejects an authority that may vouch for nobody, or not for this server.
  ///
  /// @param leaf the server's certificate, which may vouch for itself without being an authority
  static void requireFit(X509Certificate root, X509Certificate leaf) throws CertificateException {
    root.checkValidity();
    if (!Strength.suffices(root.getPublicKey())) {
      throw new CertificateException("the key of a certificate is too weak");
    }
    if (root.hasUnsupportedCriticalExtension()) {
      throw new CertificateException("an authority asks for what nobody knows");
    }
    if (!ServerUse.isAllowed(root)) {
      throw new CertificateException("extended key usage of an authority is not for servers");
    }
    if (root.equals(leaf)) {
      return;
    }
    boolean[] usage = root.getKeyUsage();
    boolean signs = usage == null || (usage.length > KEY_CERT_SIGN && usage[KEY_CERT_SIGN]);
    if (!signs || (root.getVersion() >= 3 && root.getBasicConstraints() < 0)) {
      throw new CertificateException("an authority that is none");
    }
  }

  /// Whether it limits whom its certificates may be for, or how many may stand below it.
  static boolean hasLimits(X509Certificate root) {
    int path = root.getBasicConstraints();
    return root.getExtensionValue(NAME_CONSTRAINTS) != null
        || (path >= 0 && path != Integer.MAX_VALUE);
  }

  /// Rejects a chain that is beyond its limits. Its certificate is put at the end of the path, as
  /// one that its own name and key have issued, so that it counts like any other.
  static void requireWithin(
      X509Certificate root, X509Certificate[] chain, Collection<X509Certificate> between)
      throws CertificateException {
    try {
      List<X509Certificate> path = path(root, chain, between);
      path.add(root);
      CertPath whole = CertificateFactory.getInstance("X.509").generateCertPath(path);
      TrustAnchor anchor =
          new TrustAnchor(root.getSubjectX500Principal(), root.getPublicKey(), null);
      PKIXParameters parameters = new PKIXParameters(Set.of(anchor));
      parameters.setRevocationEnabled(false);
      CertPathValidator.getInstance("PKIX").validate(whole, parameters);
    } catch (GeneralSecurityException e) {
      throw new CertificateException("an authority may not sign for this: " + e.getMessage(), e);
    }
  }

  private static List<X509Certificate> path(
      X509Certificate root, X509Certificate[] chain, Collection<X509Certificate> between)
      throws GeneralSecurityException {
    X509CertSelector leaf = new X509CertSelector();
    leaf.setCertificate(chain[0]);
    PKIXBuilderParameters parameters =
        new PKIXBuilderParameters(Set.of(new TrustAnchor(root, null)), leaf);
    parameters.setRevocationEnabled(false);
    parameters.setMaxPathLength(LONGEST_PATH);
    List<X509Certificate> all = new ArrayList<>(Arrays.asList(chain));
    all.addAll(between);
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
    var built = (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters);
    List<X509Certificate> path = new ArrayList<>();
    built.getCertPath().getCertificates().forEach(one -> path.add((X509Certificate) one));
    return path;
  }
}
