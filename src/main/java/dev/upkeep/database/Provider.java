package dev.upkeep.database;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who runs a database, and after how much inactivity its free tier is taken down.
public enum Provider {
  UPSTASH("Upstash", Duration.ofDays(30), "upstash.io"),
  /// Marketplace databases are Upstash's under another name.
  VERCEL("Vercel", Duration.ofDays(30), "kv.vercel-storage.com"),
  REDIS_CLOUD("Redis Cloud", Duration.ofDays(14), "redis-cloud.com", "redislabs.com"),
  /// Free services are powered off after a time that Aiven does not state; a day is a safe guess.
  AIVEN("Aiven", Duration.ofDays(1), "aivencloud.com"),
  RENDER("Render", null, "render.com"),
  RAILWAY("Railway", null, "railway.app", "railway.internal", "rlwy.net"),
  OTHER("Redis", null);

  private final String displayName;
  private final Optional<Duration> window;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> domains;

  Provider(String displayName, @Nullable Duration window, String... domains) {
    this.displayName = displayName;
    this.window = Optional.ofNullable(window);
    this.domains = List.of(domains);
  }

  public String displayName() {
    return displayName;
  }

  /// How long a database may rest before it is in danger; empty where no rule is known.
  public Optional<Duration> window() {
    return window;
  }

  /// Whether what is at this host answers over TLS alone. What Upstash runs inside of Fly's private
  /// network does not.
  static boolean encryptsAlways(String host) {
    Provider provider = of(host);
    return (provider == UPSTASH || provider == VERCEL)
        && !host.toLowerCase(Locale.ROOT).startsWith("fly-");
  }

  /// The provider by the host's domain; [#OTHER] when none is known.
  public static Provider of(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    String name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    for (Provider provider : values()) {
      for (String domain : provider.domains) {
        if (name.equals(domain) || name.endsWith("." + domain)) {
          return provider;
        }
      }
    }
    return OTHER;
  }
}
