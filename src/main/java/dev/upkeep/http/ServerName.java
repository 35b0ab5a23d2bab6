package dev.upkeep.http;

import dev.upkeep.network.NameLookup;
import java.net.IDN;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLSession;

/// Rejects certificates of servers that the JDK accepts and OpenSSL does not: those that name their
/// host only as the common name, or with a star that stands for more than one label; and those that
/// vouch for themselves though they are past their time, weak, or made for other things.
final class ServerName {
  /// `dNSName` of [RFC 5280](https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.6).
  private static final Integer DNS_NAME = 2;

  private ServerName() {}

  static void check(X509Certificate leaf, SSLSession session) throws CertificateException {
    leaf.checkValidity();
    if (!Strength.suffices(leaf.getPublicKey())) {
      throw new CertificateException("the key of the certificate is too weak");
    }
    if (!ServerUse.isAllowed(leaf)) {
      throw new CertificateException("extended key usage of the certificate is not for servers");
    }
    String host = session.getPeerHost();
    if (NameLookup.literal(host).isEmpty() && !isNamed(leaf, plain(host))) {
      throw new CertificateException("no subject alternative DNS name");
    }
  }

  private static boolean isNamed(X509Certificate leaf, String host) throws CertificateException {
    if (leaf.getSubjectAlternativeNames() != null) {
      for (List<?> name : leaf.getSubjectAlternativeNames()) {
        if (DNS_NAME.equals(name.getFirst())
            && name.get(1) instanceof String pattern
            && matches(pattern.toLowerCase(Locale.ROOT), host)) {
          return true;
        }
      }
    }
    return false;
  }

  /// By [RFC 9525](https://www.rfc-editor.org/rfc/rfc9525#section-6.3): a star is the whole first
  /// label, and stands for one label.
  private static boolean matches(String pattern, String host) {
    if (!pattern.startsWith("*.")) {
      return pattern.indexOf('*') < 0 && pattern.equals(host);
    }
    int dot = host.indexOf('.');
    return dot > 0
        && pattern.indexOf('*', 1) < 0
        && host.substring(dot).equals(pattern.substring(1));
  }

  private static String plain(String host) {
    String ascii = host;
    try {
      ascii = IDN.toASCII(host);
    } catch (IllegalArgumentException odd) {
      // A name with an underscore, for example, is compared as it is.
    }
    return (ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii)
        .toLowerCase(Locale.ROOT);
  }
}
