package dev.upkeep.http;

import dev.upkeep.network.NameLookup;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// Which addresses may be visited: `https://`, and plain `http://` to this computer alone. Many
/// addresses are secrets (webhooks, heartbeats), so no problem quotes the text it is about.
public final class WebAddress {
  private WebAddress() {}

  /// Understands a text.
  ///
  /// @throws IllegalArgumentException if it cannot be used; the message is a sentence for people
  public static URI parse(String text) {
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException quotesTheText) {
      throw new IllegalArgumentException("This is not a web address.");
    }
    problem(uri)
        .ifPresent(problem -> {
          throw new IllegalArgumentException(problem);
        });
    return uri;
  }

  /// Why the address cannot be used, as a sentence; empty when it can.
  public static Optional<String> problem(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return Optional.of("A web address starts with https://.");
    }
    if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65535) {
      return Optional.of("A web address is https:// followed by a host name.");
    }
    if (uri.getRawUserInfo() != null) {
      return Optional.of("A web address cannot have a user name or password before its host.");
    }
    if (scheme.equals("http") && !isThisComputer(host(uri))) {
      return Optional.of("Plain http:// is for this computer only; use https://.");
    }
    return Optional.empty();
  }

  /// The host without the brackets of an IPv6 address.
  static String host(URI uri) {
    String host = uri.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  static boolean isTls(URI uri) {
    return uri.getScheme().equalsIgnoreCase("https");
  }

  /// Whether both are answered by the same server: scheme, host and port.
  static boolean sameOrigin(URI one, URI other) {
    return isTls(one) == isTls(other)
        && host(one).equalsIgnoreCase(host(other))
        && port(one) == port(other);
  }

  private static int port(URI uri) {
    return uri.getPort() != -1 ? uri.getPort() : isTls(uri) ? 443 : 80;
  }

  /// By what is written, without asking a resolver; that `localhost` keeps its word is checked when
  /// it is resolved.
  private static boolean isThisComputer(String host) {
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    return NameLookup.literal(host).map(InetAddress::isLoopbackAddress).orElse(false);
  }
}
