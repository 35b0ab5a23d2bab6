package dev.upkeep.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// One database to keep alive, as its user defined it. Holds no secret; its id leads to it.
///
/// @param name unique without regard to case; see [DatabaseName]
/// @param window how long it may rest, where the user knows better than [Provider#window()]
/// @param key the one key that is ever written
/// @param caFile PEM certificates to trust instead of the system's
/// @param interval time between touches, 1 minute to 30 days; empty means the default
public record Database(
    UUID id,
    String name,
    Endpoint endpoint,
    Provider provider,
    Optional<Duration> window,
    TouchMode mode,
    String key,
    Optional<Path> caFile,
    Optional<Duration> interval) {

  public static final String DEFAULT_KEY = "upkeep:last-touch";

  /// Our key outlives the window twice, and where no window is known stays this long.
  private static final Duration DEFAULT_KEY_LIFE = Duration.ofDays(60);

  /// A database with the defaults of its provider.
  public static Database of(UUID id, String name, Endpoint endpoint) {
    return new Database(
        id,
        name,
        endpoint,
        Provider.of(endpoint.host()),
        Optional.empty(),
        TouchMode.WRITE,
        DEFAULT_KEY,
        Optional.empty(),
        Optional.empty());
  }

  /// How long it may rest before it is in danger; empty where nobody knows.
  public Optional<Duration> effectiveWindow() {
    return window.or(provider::window);
  }

  /// How long our key lives on the server, so that nothing stays behind for ever.
  public Duration keyLife() {
    return effectiveWindow().map(w -> w.multipliedBy(2)).orElse(DEFAULT_KEY_LIFE);
  }

  public Database withMode(TouchMode newMode) {
    return new Database(id, name, endpoint, provider, window, newMode, key, caFile, interval);
  }

  public Database withCaFile(Optional<Path> newCaFile) {
    return new Database(id, name, endpoint, provider, window, mode, key, newCaFile, interval);
  }
}
