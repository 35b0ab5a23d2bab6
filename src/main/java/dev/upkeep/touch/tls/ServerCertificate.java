package dev.upkeep.touch.tls;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What is shown of a server's certificate, accepted or not. Its names are foreign text.
///
/// @param subject as in [RFC 2253](https://www.rfc-editor.org/rfc/rfc2253)
/// @param issuer likewise
/// @param names the hosts and addresses that it is for, where they matter
public record ServerCertificate(
    String subject, String issuer, Instant notBefore, Instant notAfter, List<String> names) {
  /// `dNSName` and `iPAddress` of [RFC
  /// 5280](https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.6).
  private static final List<Integer> HOSTS = List.of(2, 7);

  /// The same of one that Java has read.
  public static ServerCertificate of(X509Certificate certificate) {
    return new ServerCertificate(
        certificate.getSubjectX500Principal().getName(),
        certificate.getIssuerX500Principal().getName(),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        names(certificate));
  }

  /// A copy with the names of the certificate that it is of.
  ServerCertificate withNamesOf(byte[] der) {
    try {
      X509Certificate read =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der));
      return new ServerCertificate(subject, issuer, notBefore, notAfter, names(read));
    } catch (CertificateException damaged) {
      return this;
    }
  }

  private static List<String> names(X509Certificate certificate) {
    List<String> names = new ArrayList<>();
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      if (all != null) {
        for (List<?> name : all) {
          if (HOSTS.contains(name.getFirst()) && name.get(1) instanceof String text) {
            names.add(text);
          }
        }
      }
    } catch (CertificateParsingException damaged) {
      // Then it is for nobody.
    }
    return List.copyOf(names);
  }
}
