package dev.upkeep.touch.protocol;

import dev.upkeep.touch.Certificate;
import dev.upkeep.touch.conversation.Attempt;
import dev.upkeep.touch.tls.ServerCertificate;
import java.util.Optional;

/// Takes from a server's certificate what a person wants to know. Its names are foreign text.
final class CertificateDetails {
  private CertificateDetails() {}

  static Certificate refused(ServerCertificate shown, Attempt attempt) {
    return of(shown, attempt, false);
  }

  static Certificate accepted(ServerCertificate shown, Attempt attempt) {
    return of(shown, attempt, shown.subject().equals(shown.issuer()));
  }

  private static Certificate of(ServerCertificate shown, Attempt attempt, boolean pinned) {
    return new Certificate(
        attempt.shown(commonName(shown.subject())),
        attempt.shown(commonName(shown.issuer())),
        shown.notAfter(),
        Optional.of(
            new Certificate.Details(
                shown.names().stream().map(attempt::shown).toList(), shown.notBefore(), pinned)));
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
