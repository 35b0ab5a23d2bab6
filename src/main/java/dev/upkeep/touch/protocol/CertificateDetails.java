package dev.upkeep.touch.protocol;

import dev.upkeep.http.WatchedTrust;
import dev.upkeep.touch.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/// Takes from an X.509 certificate what a person wants to know. Its names are foreign text.
final class CertificateDetails {
  private CertificateDetails() {}

  static Optional<Certificate> of(WatchedTrust trust, Attempt attempt) {
    return trust.chain().stream().findFirst().map(leaf -> details(leaf, attempt));
  }

  private static Certificate details(X509Certificate leaf, Attempt attempt) {
    return new Certificate(
        attempt.shown(commonName(leaf.getSubjectX500Principal())),
        attempt.shown(commonName(leaf.getIssuerX500Principal())),
        leaf.getNotAfter().toInstant());
  }

  /// The CN of an [RFC 2253](https://www.rfc-editor.org/rfc/rfc2253) name. Unescaping is left out:
  /// it is only shown.
  private static String commonName(X500Principal principal) {
    String name = principal.getName();
    int start = name.startsWith("CN=") ? 3 : name.indexOf(",CN=") + 4;
    if (start < 4 && !name.startsWith("CN=")) {
      return name;
    }
    int end = start;
    while (end < name.length() && name.charAt(end) != ',') {
      end += name.charAt(end) == '\\' ? 2 : 1;
    }
    return name.substring(start, Math.min(end, name.length()));
  }
}
