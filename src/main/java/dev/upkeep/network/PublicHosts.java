package dev.upkeep.network;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tells what is out on the internet from what is in this house. Asks nobody.
public final class PublicHosts {
  /// RFC 6761, 6762 and 8375, ICANN's `internal`, and what home routers make up.
  private static final List<String> PRIVATE_DOMAINS =
      List.of("localhost", "local", "internal", "lan", "localdomain", "home.arpa", "test");

  private PublicHosts() {}

  /// Whether a host, as somebody wrote it, is meant to be reached over the internet.
  ///
  /// @param host a name, or an address with or without brackets
  public static boolean isPublic(String host) {
    String name = withoutEnds(host).toLowerCase(Locale.ROOT);
    return literal(name).map(PublicHosts::isPublic).orElseGet(() -> isPublicName(name));
  }

  /// Whether an address is not loopback, unspecified, private (RFC 1918), shared by a carrier (RFC
  /// 6598), link-local, unique local (RFC 4193) or multicast.
  public static boolean isPublic(InetAddress address) {
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address
        ? !((bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64) // 100.64.0.0/10
        : (bytes[0] & 0xfe) != 0xfc; // fc00::/7
  }

  /// Whether a host is a public *name*: one whose lookup tells something about the network.
  static boolean isPublicName(String host) {
    String name = withoutEnds(host).toLowerCase(Locale.ROOT);
    int lastDot = name.lastIndexOf('.');
    return lastDot > 0
        && literal(name).isEmpty()
        && !isDigit(name.charAt(lastDot + 1)) // 0x7f.0.0.1: no top-level domain begins so
        && PRIVATE_DOMAINS.stream().noneMatch(it -> name.equals(it) || name.endsWith("." + it));
  }

  private static Optional<InetAddress> literal(String name) {
    int zone = name.indexOf('%');
    return NameLookup.literal(zone < 0 ? name : name.substring(0, zone));
  }

  private static String withoutEnds(String host) {
    if (host.startsWith("[") && host.endsWith("]")) {
      return host.substring(1, host.length() - 1);
    }
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
