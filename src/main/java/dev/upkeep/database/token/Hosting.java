package dev.upkeep.database.token;

import dev.upkeep.database.Provider;
import java.util.Locale;

/// What follows from the domain of a host.
public final class Hosting {
  private Hosting() {}

  /// Whether databases at this host are Upstash's own: encrypted, and always with a password.
  public static boolean isKnown(String host) {
    return switch (Provider.of(host)) {
      case UPSTASH, VERCEL -> true;
      case REDIS_CLOUD, AIVEN, RENDER, RAILWAY, OTHER -> false;
    };
  }

  /// Fly.io's databases answer only inside its network, and without TLS.
  public static boolean isFly(String host) {
    return isKnown(host) && host.toLowerCase(Locale.ROOT).startsWith("fly-");
  }

  /// Whether nothing but Redis runs at this host, so that it needs no other hint.
  public static boolean isRedis(String host) {
    return isKnown(host) || Provider.of(host) == Provider.REDIS_CLOUD;
  }
}
