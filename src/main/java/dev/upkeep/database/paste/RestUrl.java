package dev.upkeep.database.paste;

import dev.upkeep.database.Endpoint;
import dev.upkeep.database.paste.ConnectionText.Problem;
import dev.upkeep.database.token.Hosting;
import dev.upkeep.database.token.PercentEncoding;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads the `https://` address of the REST API.
final class RestUrl {
  private static final Set<String> OTHER_PRODUCTS = Set.of("qstash", "console", "api");

  private RestUrl() {}

  static boolean is(String text) {
    String start = text.substring(0, Math.min(8, text.length())).toLowerCase(Locale.ROOT);
    return start.startsWith("https://") || start.startsWith("http://");
  }

  /// The address without query; a path stays where a proxy may need it, never for a hosted
  /// database.
  static Parsed<URI> parse(String url) {
    String authority = authority(url);
    if (authority.indexOf('@') >= 0) {
      return bad(PasteProblems.USER_IN_REST_URL);
    }
    return switch (HostPort.parse(authority)) {
      case Parsed.Bad<HostPort>(Problem problem) -> bad(problem);
      case Parsed.Good<HostPort>(HostPort server) -> base(url, server);
    };
  }

  private static Parsed<URI> base(String url, HostPort server) {
    String scheme = url.substring(0, url.indexOf("://")).toLowerCase(Locale.ROOT);
    if (scheme.equals("http") && !isLoopback(server.host())) {
      return bad(PasteProblems.unencryptedRest(server.host()));
    }
    String host = server.host().indexOf(':') >= 0 ? "[" + server.host() + "]" : server.host();
    String port = server.port().isPresent() ? ":" + server.port().getAsInt() : "";
    String path = Hosting.isKnown(server.host()) ? "" : path(url);
    try {
      URI base = new URI(scheme + "://" + host + port + path);
      new Endpoint.Rest(base);
      return new Parsed.Good<>(base);
    } catch (URISyntaxException | IllegalArgumentException _) {
      return bad(PasteProblems.BAD_HOST);
    }
  }

  /// The token of `?_token=…`, which the API takes in place of a header.
  static Optional<String> tokenInQuery(String url) {
    int start = url.indexOf("_token=");
    if (start < 1 || "?&".indexOf(url.charAt(start - 1)) < 0) {
      return Optional.empty();
    }
    int end = start + "_token=".length();
    int from = end;
    while (end < url.length() && "&#\"'`<> ".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return Optional.of(PercentEncoding.decode(url.substring(from, end))).filter(t -> !t.isEmpty());
  }

  /// Whether it is the address of a hosted Redis, by its host.
  static boolean isHosted(String url) {
    String authority = authority(url);
    return HostPort.parse(authority.substring(authority.lastIndexOf('@') + 1))
            instanceof Parsed.Good<HostPort>(HostPort server)
        && Hosting.isKnown(server.host())
        && !isOtherProduct(server.host());
  }

  /// Scheme, host and port, without the command in the path.
  static String withoutPath(String url) {
    return url.substring(0, url.indexOf("://") + 3) + authority(url);
  }

  /// Whether the path is empty or starts with a command, as in `/set/foo/bar`.
  static boolean hasCommandPath(String url) {
    String path = url.substring(withoutPath(url).length());
    String[] parts = path.split("[/?]", 3);
    String command = parts.length < 2 ? "" : parts[1].toLowerCase(Locale.ROOT);
    return Set.of("", "set", "get", "ping", "pipeline", "incr", "multi-exec", "info", "echo")
        .contains(command);
  }

  private static boolean isOtherProduct(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    String first = name.substring(0, Math.max(0, name.indexOf('.')));
    return OTHER_PRODUCTS.contains(first)
        || first.startsWith("qstash-")
        || first.endsWith("-vector")
        || first.endsWith("-search")
        || first.endsWith("-kafka");
  }

  private static String authority(String url) {
    int start = url.indexOf("://") + 3;
    int end = start;
    while (end < url.length() && "/?# ".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return url.substring(start, end);
  }

  private static String path(String url) {
    int start = withoutPath(url).length();
    int end = start;
    while (end < url.length() && isPathChar(url.charAt(end))) {
      end++;
    }
    while (end > start && "/.".indexOf(url.charAt(end - 1)) >= 0) {
      end--;
    }
    return url.substring(start, end);
  }

  private static boolean isPathChar(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || "/-_.~".indexOf(c) >= 0);
  }

  private static boolean isLoopback(String host) {
    boolean ipv4 = host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    return host.equalsIgnoreCase("localhost")
        || host.equals("::1")
        || (ipv4 && host.startsWith("127."));
  }

  private static Parsed<URI> bad(Problem problem) {
    return new Parsed.Bad<>(problem);
  }
}
