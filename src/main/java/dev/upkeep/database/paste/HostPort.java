package dev.upkeep.database.paste;

import dev.upkeep.database.paste.ConnectionText.Problem;
import dev.upkeep.database.token.Disguise;
import java.util.OptionalInt;

/// The `host:port` at the start of a text, and what follows it.
record HostPort(String host, OptionalInt port, String rest) {
  private static final int MAX_HOST = 253;

  /// What may follow an address in prose, markup and code without being part of it.
  private static final String ENDS = "/?#,;)]}>\"'`*|\\<& ";

  static Parsed<HostPort> parse(String text) {
    int end = text.startsWith("[") ? text.indexOf(']') + 1 : nameEnd(text);
    String host =
        text.startsWith("[") ? text.substring(1, Math.max(1, end - 1)) : text.substring(0, end);
    String after = text.substring(Math.max(0, end));
    if (stopsAtStandIn(after)) {
      return bad(PasteProblems.PLACEHOLDER);
    }
    host = withoutDots(host);
    if (host.isEmpty()) {
      boolean nothing = after.isEmpty() || "/?#:".indexOf(after.charAt(0)) >= 0;
      return bad(nothing ? PasteProblems.HOST_MISSING : PasteProblems.BAD_HOST);
    }
    Disguise disguise = Disguise.ofHost(host);
    if (disguise != Disguise.NONE) {
      return bad(disguise == Disguise.MASK ? PasteProblems.MASKED : PasteProblems.PLACEHOLDER);
    }
    if (host.length() > MAX_HOST || !(text.startsWith("[") ? isIpv6(host) : isName(host))) {
      return bad(PasteProblems.BAD_HOST);
    }
    if (!after.startsWith(":")) {
      return ends(after)
          ? new Parsed.Good<>(new HostPort(host, OptionalInt.empty(), after))
          : bad(PasteProblems.BAD_HOST);
    }
    return withPort(host, after.substring(1));
  }

  /// An IPv6 address without brackets gets them.
  static String bracketed(String host) {
    long colons = host.chars().filter(c -> c == ':').count();
    boolean ipv6 =
        colons > 1
            && !host.startsWith("[")
            && host.chars().allMatch(c -> c == ':' || c == '.' || Character.digit(c, 16) >= 0)
            && (host.contains("::") || colons == 7);
    return ipv6 ? "[" + host + "]" : host;
  }

  private static Parsed<HostPort> withPort(String host, String text) {
    int end = 0;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    String rest = text.substring(end);
    if (text.startsWith("PORT") || stopsAtStandIn(text)) {
      return bad(PasteProblems.PLACEHOLDER);
    }
    if (end == 0 && ends(text)) {
      return new Parsed.Good<>(new HostPort(host, OptionalInt.empty(), rest));
    }
    if (end == 0 || end > 5 || !ends(rest)) {
      return bad(PasteProblems.BAD_PORT);
    }
    int port = Integer.parseInt(text.substring(0, end));
    return port >= 1 && port <= 65535
        ? new Parsed.Good<>(new HostPort(host, OptionalInt.of(port), rest))
        : bad(PasteProblems.BAD_PORT);
  }

  private static int nameEnd(String text) {
    int end = 0;
    while (end < text.length() && isNameChar(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /// Without the dots of a sentence's end or of a fully qualified name.
  private static String withoutDots(String host) {
    int end = host.length();
    while (end > 0 && host.charAt(end - 1) == '.') {
      end--;
    }
    return host.substring(0, end);
  }

  private static boolean isNameChar(char c) {
    return isDigit(c) || isLetter(c) || c == '-' || c == '_' || c == '.';
  }

  private static boolean isName(String host) {
    return !host.startsWith(".") && !host.contains("..") && !host.startsWith("-");
  }

  private static boolean isIpv6(String host) {
    int zone = host.indexOf('%');
    String address = zone < 0 ? host : host.substring(0, zone);
    return address.chars().filter(c -> c == ':').count() >= 2
        && address.length() <= 45
        && address.chars().allMatch(c -> c == ':' || c == '.' || Character.digit(c, 16) >= 0)
        && (zone < 0 || host.substring(zone + 1).chars().allMatch(c -> isNameChar((char) c)));
  }

  private static boolean stopsAtStandIn(String text) {
    return (text.startsWith("<") && text.length() > 1 && isLetter(text.charAt(1)))
        || text.startsWith("$")
        || text.startsWith("{");
  }

  private static boolean ends(String rest) {
    if (rest.isEmpty() || ENDS.indexOf(rest.charAt(0)) >= 0) {
      return true;
    }
    boolean sentenceEnds = rest.length() == 1 || ENDS.indexOf(rest.charAt(1)) >= 0;
    return ".!:".indexOf(rest.charAt(0)) >= 0 && sentenceEnds;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static Parsed<HostPort> bad(Problem problem) {
    return new Parsed.Bad<>(problem);
  }

  /// Without the text, which may hold a secret.
  @Override
  public String toString() {
    return host + ":" + port.orElse(Address.DEFAULT_PORT);
  }
}
