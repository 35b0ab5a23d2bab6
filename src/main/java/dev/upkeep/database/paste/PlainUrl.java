package dev.upkeep.database.paste;

import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Provider;
import dev.upkeep.database.Secret;
import dev.upkeep.database.TouchMode;
import dev.upkeep.database.paste.ConnectionText.Found;
import dev.upkeep.database.paste.ConnectionText.Reading;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a text that is one URL of Redis and nothing that needs a second look, as nearly every
/// `ping` of cron has it: the reader of everything takes longer to load than that touch takes.
///
/// What it reads, the other reader would have read the same; whatever leaves a doubt is the
/// other's.
final class PlainUrl {
  /// Shorter ones may be words that stand for a password.
  private static final int SURELY_A_PASSWORD = 16;

  private PlainUrl() {}

  /// Reads the URL; null if this is for the reader of everything.
  static @Nullable Reading read(String text) {
    boolean tls = text.startsWith("rediss://");
    if (!tls && !text.startsWith("redis://")) {
      return null;
    }
    String rest = text.substring(tls ? 9 : 8);
    int at = rest.indexOf('@');
    String user = "";
    String password = "";
    if (at >= 0) {
      int colon = rest.indexOf(':');
      if (colon < 0 || colon > at) {
        return null;
      }
      user = rest.substring(0, colon);
      password = rest.substring(colon + 1, at);
      if (!(user.isEmpty() || user.equals("default")) || !isPassword(password)) {
        return null;
      }
    }
    String server = rest.substring(at + 1);
    int colon = server.indexOf(':');
    String host = colon < 0 ? server : server.substring(0, colon);
    int port = colon < 0 ? Address.DEFAULT_PORT : port(server.substring(colon + 1));
    if (port == 0 || !isHost(host) || needsMore(host, tls, !password.isEmpty())) {
      return null;
    }
    Endpoint endpoint =
        new Endpoint.Redis(host, port, user.isEmpty() ? Optional.empty() : Optional.of(user), tls);
    Optional<Secret> secret =
        password.isEmpty() ? Optional.empty() : Optional.of(Secret.of(password));
    return new Reading(
        List.of(new Found(endpoint, secret, TouchMode.WRITE, Optional.empty(), List.of())),
        List.of());
  }

  /// Whether the provider has rules about it.
  private static boolean needsMore(String host, boolean tls, boolean secret) {
    Provider provider = Provider.of(host);
    boolean upstash = provider == Provider.UPSTASH || provider == Provider.VERCEL;
    return ((upstash || provider == Provider.REDIS_CLOUD) && (!tls || !secret))
        || (upstash && host.startsWith("fly-"));
  }

  /// Letters and digits, and both of them: nobody's stand-in.
  private static boolean isPassword(String text) {
    boolean letter = false;
    boolean digit = false;
    char before = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      letter |= isLetter(c);
      digit |= isDigit(c);
      // Stars are not the only mask: a row of x is one, too.
      if ((!isLetter(c) && !isDigit(c)) || (isX(c) && isX(before))) {
        return false;
      }
      before = c;
    }
    return letter
        && digit
        && text.length() >= SURELY_A_PASSWORD
        && !text.regionMatches(true, 0, "getenv", 0, 6);
  }

  /// `localhost`, an IPv4 address, or a name with a dot in lower case whose first label has a
  /// digit, as those that providers make have.
  private static boolean isHost(String host) {
    if (host.equals("localhost")) {
      return true;
    }
    if (host.startsWith("your") || host.startsWith("getenv")) {
      return false;
    }
    int label = host.indexOf('.');
    boolean digit = false;
    char before = '.';
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      boolean lower = c >= 'a' && c <= 'z';
      boolean separates = (c == '-' || c == '.') && before != '.' && before != '-';
      if (!lower && !isDigit(c) && !separates) {
        return false;
      }
      if (c == 'x' && before == 'x') {
        return false;
      }
      digit |= i < label && isDigit(c);
      before = c;
    }
    return digit && before != '-' && before != '.' && host.length() <= 200;
  }

  /// The port, or 0 if it is none.
  private static int port(String text) {
    if (text.isEmpty() || text.length() > 5) {
      return 0;
    }
    int port = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isDigit(c)) {
        return 0;
      }
      port = 10 * port + c - '0';
    }
    return port > 65535 ? 0 : port;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isX(char c) {
    return c == 'x' || c == 'X';
  }
}
