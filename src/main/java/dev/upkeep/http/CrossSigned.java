package dev.upkeep.http;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// An authority that several others have signed is sent with several certificates. OpenSSL takes
/// the first one that is valid now; the JDK would try them all, and accept more.
final class CrossSigned {
  private CrossSigned() {}

  /// The chain with one certificate for each authority.
  static X509Certificate[] first(X509Certificate[] chain) {
    List<X509Certificate> kept = new ArrayList<>();
    for (X509Certificate one : chain) {
      int same = 0;
      while (same < kept.size() && !isSame(kept.get(same), one)) {
        same++;
      }
      if (same == kept.size()) {
        kept.add(one);
      } else if (!isValid(kept.get(same)) && isValid(one)) {
        kept.set(same, one);
      }
    }
    return kept.toArray(new X509Certificate[0]);
  }

  private static boolean isSame(X509Certificate one, X509Certificate other) {
    return one.getSubjectX500Principal().equals(other.getSubjectX500Principal())
        && one.getPublicKey().equals(other.getPublicKey());
  }

  private static boolean isValid(X509Certificate certificate) {
    try {
      certificate.checkValidity();
      return true;
    } catch (CertificateExpiredException | CertificateNotYetValidException _) {
      return false;
    }
  }
}
