package dev.upkeep.touch.tls;

import java.security.cert.X509Certificate;
import java.time.Instant;

/// What is shown of a server's certificate, accepted or not. Its names are foreign text.
///
/// @param subject as in [RFC 2253](https://www.rfc-editor.org/rfc/rfc2253)
/// @param issuer likewise
public record ServerCertificate(
    String subject, String issuer, Instant notBefore, Instant notAfter) {

  /// The same of one that Java has read.
  public static ServerCertificate of(X509Certificate certificate) {
    return new ServerCertificate(
        certificate.getSubjectX500Principal().getName(),
        certificate.getIssuerX500Principal().getName(),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant());
  }
}
