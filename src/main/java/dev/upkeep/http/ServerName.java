package dev.upkeep.http;

import dev.upkeep.network.NameLookup;
import java.net.IDN;
import java.net.InetAddress;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/// Rejects certificates of servers that the JDK accepts and OpenSSL does not: those that name their
/// host only as the common name, with a star that stands for more than one label or below a top
/// level, or an address of IPv4 as one of IPv6; and those that vouch for themselves though they are
/// past their time, weak, or made for other things.
final class ServerName {
  /// `dNSName` of [RFC 5280](https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.6).
  private static final Integer DNS_NAME = 2;

  private static final String ALTERNATIVE_NAMES = "2.5.29.17";

  /// The tag of `iPAddress`.
  private static final int IP_ADDRESS = 0x87;

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
    Optional<InetAddress> address = NameLookup.literal(host);
    if (address.isPresent() && !isAt(leaf, address.get().getAddress())) {
      throw new CertificateException("no subject alternative names matching the address");
    }
    if (address.isEmpty() && !isNamed(leaf, plain(host))) {
      throw new CertificateException("no subject alternative DNS name");
    }
  }

  /// By the bytes, since the JDK reads `::ffff:127.0.0.1` as `127.0.0.1`.
  private static boolean isAt(X509Certificate leaf, byte[] address) throws CertificateException {
    byte[] extension = leaf.getExtensionValue(ALTERNATIVE_NAMES);
    if (extension == null) {
      return false;
    }
    try {
      byte[] names = DerElement.at(extension, 0).content();
      return DerElement.at(names, 0).children().stream()
          .anyMatch(name -> name.tag() == IP_ADDRESS && Arrays.equals(name.content(), address));
    } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException damaged) {
      throw new CertificateException("no subject alternative names that can be read", damaged);
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
  /// label, and stands for one label; not for all names of a top level.
  private static boolean matches(String pattern, String host) {
    if (!pattern.startsWith("*.")) {
      return pattern.indexOf('*') < 0 && pattern.equals(host);
    }
    int dot = host.indexOf('.');
    return dot > 0
        && pattern.indexOf('.', 2) > 0
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
