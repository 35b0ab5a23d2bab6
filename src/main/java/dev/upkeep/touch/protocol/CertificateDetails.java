package dev.upkeep.touch.protocol;

import dev.upkeep.touch.Certificate;
import dev.upkeep.touch.tls.ServerCertificate;

/// Takes from a server's certificate what a person wants to know. Its names are foreign text.
final class CertificateDetails {
  private CertificateDetails() {}

  static Certificate of(ServerCertificate shown, Attempt attempt) {
    return new Certificate(
        attempt.shown(commonName(shown.subject())),
        attempt.shown(commonName(shown.issuer())),
        shown.notAfter());
  }

  /// The CN of an [RFC 2253](https://www.rfc-editor.org/rfc/rfc2253) name. Unescaping is left out:
  /// it is only shown.
  private static String commonName(String name) {
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
