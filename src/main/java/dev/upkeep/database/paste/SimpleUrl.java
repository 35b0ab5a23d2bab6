package dev.upkeep.database.paste;

import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.database.TouchMode;
import dev.upkeep.database.paste.ConnectionText.Found;
import dev.upkeep.database.paste.ConnectionText.Reading;
import dev.upkeep.database.token.Disguise;
import dev.upkeep.database.token.Hosting;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a text that is nothing but a plain `redis[s]://user:password@host:port`, as nearly every
/// `ping` is given, without loading the reader of everything else, which takes longer than the
/// touch. Whatever is not plain is that reader's, and what it would have said is what is said here.
final class SimpleUrl {
  private static final int MAX_LENGTH = 500;

  private SimpleUrl() {}

  /// Null for every text that is not of this form.
  static @Nullable Reading read(String text) {
    String url = text.strip();
    boolean tls = url.startsWith("rediss://");
    if (url.length() > MAX_LENGTH || !(tls || url.startsWith("redis://"))) {
      return null;
    }
    int start = tls ? 9 : 8;
    int at = url.indexOf('@', start);
    int hostStart = at < 0 ? start : at + 1;
    int colon = at < 0 ? -1 : url.indexOf(':', start);
    String user = "";
    String password = "";
    if (at >= 0) {
      if (colon < 0 || colon > at) {
        return null;
      }
      user = url.substring(start, colon);
      password = url.substring(colon + 1, at);
      if (!isPlain(user, "-_") || !isPlain(password, "-_") || password.isEmpty()) {
        return null;
      }
    }
    String path = url.endsWith("/0") ? url.substring(0, url.length() - 2) : url;
    int portColon = path.indexOf(':', hostStart);
    String host = path.substring(hostStart, portColon < 0 ? path.length() : portColon);
    int port = portColon < 0 ? Address.DEFAULT_PORT : port(path.substring(portColon + 1));
    if (!isHost(host) || port < 1 || !isReal(user) || !isReal(password) || !isReal(host)) {
      return null;
    }
    // What a provider's rules change, or say something about, is not plain.
    if (user.equals("default_ro")
        || (Hosting.isRedis(host) && (!tls || password.isEmpty() || Hosting.isFly(host)))) {
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

  /// Words that templates use are looked at by those who know them.
  private static boolean isReal(String text) {
    return !isTemplateLike(text)
        && !Disguise.isOdd(text)
        && Disguise.of(text, true) == Disguise.NONE;
  }

  private static boolean isTemplateLike(String text) {
    return text.equals("undefined")
        || text.equals("null")
        || text.equals("None")
        || text.equals("nil")
        || text.startsWith("your")
        || text.startsWith("YOUR");
  }

  private static boolean isHost(String host) {
    if (host.isEmpty() || host.length() > 253 || !isPlain(host, "-.")) {
      return false;
    }
    char first = host.charAt(0);
    char last = host.charAt(host.length() - 1);
    return first != '.'
        && first != '-'
        && last != '.'
        && host.indexOf("..") < 0
        && Disguise.of(host.substring(0, (host + ".").indexOf('.')), true) == Disguise.NONE;
  }

  private static boolean isPlain(String text, String alsoAllowed) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!plain && alsoAllowed.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /// -1 if it is no port in its usual form.
  private static int port(String text) {
    if (text.isEmpty() || text.length() > 5 || text.charAt(0) == '0') {
      return -1;
    }
    int port = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      port = port * 10 + (c - '0');
    }
    return port <= 65_535 ? port : -1;
  }
}
