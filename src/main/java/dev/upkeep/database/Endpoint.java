package dev.upkeep.database;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// Where a database answers and in which protocol. Holds no secret.
public sealed interface Endpoint {
  /// The host as given: a name, an IPv4 address, or an IPv6 address without brackets.
  String host();

  /// 1 to 65535.
  int port();

  /// Whether the connection is encrypted and the server's certificate verified.
  boolean tls();

  /// `host:port`, with IPv6 addresses in brackets.
  default String hostAndPort() {
    return (host().indexOf(':') >= 0 ? "[" + host() + "]" : host()) + ":" + port();
  }

  /// For people: protocol, host, port and user, never a secret.
  String display();

  /// The Redis protocol (RESP) over TCP.
  ///
  /// @param user the ACL user; empty sends the password alone, which means `default`
  record Redis(String host, int port, Optional<String> user, boolean tls) implements Endpoint {
    /// Where Redis listens unless it is told otherwise.
    public static final int DEFAULT_PORT = 6379;

    public Redis {
      host = requireHost(host);
      requirePort(port);
    }

    @Override
    public String display() {
      return (tls ? "rediss://" : "redis://")
          + user.map(name -> name + "@").orElse("")
          + hostAndPort();
    }
  }

  /// The Upstash REST API: commands as JSON over HTTPS, with a bearer token.
  ///
  /// @param base scheme, host and port, perhaps a path; no user, query or fragment
  record Rest(URI base) implements Endpoint {
    public Rest {
      String scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
      if (!scheme.equals("https") && !scheme.equals("http")) {
        throw new IllegalArgumentException("a REST address starts with https://");
      }
      if (base.getHost() == null
          || base.getRawUserInfo() != null
          || base.getRawQuery() != null
          || base.getRawFragment() != null) {
        throw new IllegalArgumentException("a REST address is https:// and a host");
      }
      requireHost(base.getHost());
      if (base.getPort() != -1) {
        requirePort(base.getPort());
      }
    }

    @Override
    public String host() {
      String host = base.getHost();
      return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public int port() {
      return base.getPort() != -1 ? base.getPort() : tls() ? 443 : 80;
    }

    @Override
    public boolean tls() {
      return base.getScheme().equalsIgnoreCase("https");
    }

    @Override
    public String display() {
      return base.toString();
    }
  }

  private static String requireHost(String host) {
    if (host.isEmpty() || host.length() > 255) {
      throw new IllegalArgumentException("a host has 1 to 255 characters");
    }
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c <= ' ' || c == 0x7f || "/@?#\\\"'<>`".indexOf(c) >= 0) {
        throw new IllegalArgumentException("a host has no spaces, slashes or quotes");
      }
    }
    return host;
  }

  private static void requirePort(int port) {
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("a port is a number from 1 to 65535");
    }
  }
}
