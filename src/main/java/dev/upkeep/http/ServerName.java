package dev.upkeep.http;

import dev.upkeep.network.NameLookup;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLSession;

/// Rejects two certificates that the JDK accepts and OpenSSL does not: one that names its host only
/// as the common name, and one that is an authority's itself and past its time.
final class ServerName {
  /// `dNSName` of [RFC 5280](https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.6).
  private static final Integer DNS_NAME = 2;

  private ServerName() {}

  static void check(X509Certificate leaf, SSLSession session) throws CertificateException {
    leaf.checkValidity();
    if (!Strength.suffices(leaf.getPublicKey())) {
      throw new CertificateException("the key of the certificate is too weak");
    }
    boolean isName = NameLookup.literal(session.getPeerHost()).isEmpty();
    if (isName && !hasName(leaf)) {
      throw new CertificateException("no subject alternative DNS name");
    }
  }

  private static boolean hasName(X509Certificate leaf) throws CertificateException {
    if (leaf.getSubjectAlternativeNames() != null) {
      for (List<?> name : leaf.getSubjectAlternativeNames()) {
        if (DNS_NAME.equals(name.getFirst())) {
          return true;
        }
      }
    }
    return false;
  }
}
