package dev.upkeep.database.paste;

import dev.upkeep.database.paste.Address.Encryption;
import dev.upkeep.database.paste.ConnectionText.Problem;
import dev.upkeep.database.token.Disguise;
import dev.upkeep.database.token.PercentEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads `rediss://user:password@host:port/0?query`, as the IANA registration of `redis` has it,
/// but with passwords that were never percent-encoded.
final class RedisUrl {
  private static final int MAX_SCHEME = 24;
  private static final int MAX_OPTIONS = 40;

  private RedisUrl() {}

  /// The URLs of Redis in a text that may hold several, or words around one.
  static List<String> in(String text) {
    List<Integer> starts = new ArrayList<>();
    for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
      int start = schemeStart(text, at);
      boolean separate = starts.isEmpty() || start == 0 || !glued(text.charAt(start - 1));
      if (separate && isRedis(text.substring(start, at))) {
        starts.add(start);
      }
    }
    List<String> urls = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int start = starts.get(i);
      int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
      urls.add(text.substring(start, wordEnd(text, start, end)));
    }
    return urls;
  }

  static boolean isIn(String text) {
    return !in(text).isEmpty();
  }

  /// `:redis://` inside a URL is part of its password.
  private static boolean glued(char before) {
    return Character.isLetterOrDigit(before) || ":@/%".indexOf(before) >= 0;
  }

  private static int schemeStart(String text, int end) {
    int start = end;
    while (start > 0 && end - start < MAX_SCHEME && isSchemeChar(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isSchemeChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '-';
  }

  private static boolean isRedis(String scheme) {
    String name = scheme.toLowerCase(Locale.ROOT);
    return name.contains("redis")
        || name.contains("valkey")
        || name.equals("unix")
        || isTransport(name);
  }

  /// `tls://` and `tcp://`, as PHP has them, which may lead to anything.
  static boolean isTransport(String scheme) {
    return scheme.equals("tls") || scheme.equals("ssl") || scheme.equals("tcp");
  }

  static String scheme(String url) {
    return url.substring(0, Math.max(0, url.indexOf("://"))).toLowerCase(Locale.ROOT);
  }

  private static int wordEnd(String text, int start, int limit) {
    for (int i = start; i < limit; i++) {
      if (text.charAt(i) <= ' ') {
        return i;
      }
    }
    return limit;
  }

  /// Reads one URL that [#in] found.
  static Parsed<Address> parse(String url) {
    int colon = url.indexOf("://");
    String scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
    String text = url.substring(colon + 3);
    if (scheme.contains("sentinel")) {
      return bad(PasteProblems.SENTINEL);
    }
    if (scheme.contains("cluster")) {
      return bad(PasteProblems.CLUSTER);
    }
    return switch (scheme) {
      case "redis", "valkey" -> address(text, Encryption.OFF);
      case "rediss",
          "valkeys",
          "redis+tls",
          "redis+ssl",
          "valkey+tls",
          "valkey+ssl",
          "tls",
          "ssl" ->
          address(text, Encryption.ON);
      case "tcp", "redis+tcp" -> address(text, Encryption.UNSAID);
      case "unix", "redis+unix", "redis+socket", "redis-socket", "valkey+unix", "rediss+unix" ->
          bad(PasteProblems.UNIX_SOCKET);
      default -> bad(PasteProblems.unknownScheme(scheme));
    };
  }

  private static Parsed<Address> address(String text, Encryption encryption) {
    int at = userInfoEnd(text);
    String userInfo = at < 0 ? "" : text.substring(0, at);
    if (userInfo.startsWith("[") && userInfo.endsWith("]")) {
      return bad(PasteProblems.PLACEHOLDER);
    }
    if (at < 0 && text.endsWith(":")) {
      return bad(PasteProblems.BAD_PORT); // or a user, and the rest is missing
    }
    return HostPort.parse(text.substring(at + 1))
        .fold(
            problem ->
                bad(Disguise.of(userInfo, true) == Disguise.MASK ? PasteProblems.MASKED : problem),
            server ->
                problemAfter(server.rest())
                    .<Parsed<Address>>map(Parsed.Bad::new)
                    .orElseGet(() -> new Parsed.Good<>(address(server, userInfo, encryption))));
  }

  private static Address address(HostPort server, String userInfo, Encryption encryption) {
    int colon = userInfo.indexOf(':');
    // Without a colon it is a password (as Lettuce has it), unless it is a name Upstash gives.
    boolean userOnly = userInfo.equals("default") || userInfo.equals("default_ro");
    String user = colon >= 0 ? userInfo.substring(0, colon) : userOnly ? userInfo : "";
    String password = colon >= 0 ? userInfo.substring(colon + 1) : userOnly ? "" : userInfo;
    return new Address(
        server.host(),
        server.port(),
        notEmpty(PercentEncoding.decode(user)),
        notEmpty(PercentEncoding.decode(password)),
        encryption,
        options(server.rest()));
  }

  /// The database number of the path, and what the query says.
  private static List<Address.Option> options(String rest) {
    List<Address.Option> options = new ArrayList<>();
    int query = rest.indexOf('?');
    String path = query < 0 ? rest : rest.substring(0, query);
    int end = 1;
    while (path.startsWith("/") && end < path.length() && isWordChar(path.charAt(end))) {
      end++;
    }
    if (path.startsWith("/") && end > 1) {
      options.add(new Address.Option("db", path.substring(1, end)));
    }
    int start = query < 0 ? rest.length() : query + 1;
    while (start < rest.length() && options.size() < MAX_OPTIONS) {
      end = start;
      boolean index = false;
      while (end < rest.length() && "&#\"'`<>)} ".indexOf(rest.charAt(end)) < 0) {
        char c = rest.charAt(end);
        if (c == ']' && !index) {
          break;
        }
        index = c == '[' || (index && c != ']'); // auth[user]=…
        end++;
      }
      String pair = rest.substring(start, end);
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (!name.isEmpty()) {
        options.add(
            new Address.Option(PercentEncoding.decode(name), PercentEncoding.decode(value)));
      }
      start = end < rest.length() && rest.charAt(end) == '&' ? end + 1 : rest.length();
    }
    return options;
  }

  private static Optional<String> notEmpty(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }

  /// The `@` before the host. The last one, since passwords are pasted unencoded; but one in the
  /// query of a URL that is complete without it belongs to the query.
  private static int userInfoEnd(String text) {
    int last = text.lastIndexOf('@');
    int authorityEnd = 0;
    while (authorityEnd < text.length() && "/?#".indexOf(text.charAt(authorityEnd)) < 0) {
      authorityEnd++;
    }
    int strict = text.lastIndexOf('@', authorityEnd);
    if (strict == last || strict < 0) {
      return last;
    }
    int query = text.indexOf('?', authorityEnd);
    boolean pathIsIndex =
        query >= 0
            && text.substring(authorityEnd, query).chars().allMatch(c -> c == '/' || isDigit(c));
    boolean hasPair =
        query >= 0 && text.indexOf('=', query) >= 0 && text.indexOf('=', query) < last;
    boolean hostIsGood =
        HostPort.parse(text.substring(strict + 1, authorityEnd)) instanceof Parsed.Good;
    return pathIsIndex && hasPair && hostIsGood ? strict : last;
  }

  /// A second host.
  private static Optional<Problem> problemAfter(String rest) {
    boolean second =
        rest.startsWith(",") && rest.length() > 1 && Character.isLetterOrDigit(rest.charAt(1));
    return second ? Optional.of(PasteProblems.CLUSTER) : Optional.empty();
  }

  private static boolean isWordChar(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static Parsed<Address> bad(Problem problem) {
    return new Parsed.Bad<>(problem);
  }
}
