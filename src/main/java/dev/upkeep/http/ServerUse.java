package dev.upkeep.http;

import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXCertPathChecker;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rejects certificates that are made for other things than servers, authorities' among them. The
/// JDK looks at the server's own alone, and takes "for anything" for servers, too.
final class ServerUse extends PKIXCertPathChecker {
  /// serverAuth, and the two that preceded it.
  private static final Set<String> FOR_SERVERS =
      Set.of("1.3.6.1.5.5.7.3.1", "2.16.840.1.113730.4.1", "1.3.6.1.4.1.311.10.3.3");

  static boolean isAllowed(X509Certificate certificate) {
    try {
      List<String> uses = certificate.getExtendedKeyUsage();
      return uses == null || uses.stream().anyMatch(FOR_SERVERS::contains);
    } catch (CertificateParsingException damaged) {
      return false;
    }
  }

  @Override
  public void init(boolean forward) {}

  @Override
  public boolean isForwardCheckingSupported() {
    return false;
  }

  @Override
  public @Nullable Set<String> getSupportedExtensions() {
    return null;
  }

  @Override
  public void check(Certificate certificate, Collection<String> unresolved)
      throws CertPathValidatorException {
    if (certificate instanceof X509Certificate x509 && !isAllowed(x509)) {
      throw new CertPathValidatorException(
          "extended key usage of a certificate is not for servers");
    }
  }
}
