package dev.upkeep.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One database to keep alive, as its user defined it. Holds no secret; its id leads to it. What a
/// person or a file has set is checked by [DatabaseRules], not here.
///
/// @param name unique without regard to case; see [DatabaseName]
/// @param window how long it may rest, where the user knows better than [Provider#window()]
/// @param key the one key that is ever written
/// @param caFile PEM certificates to trust instead of the system's
/// @param clientCertificate what to show a server that asks who we are
/// @param serverName the name that the certificate must be for, and that is asked for, where it is
///   not the host's
/// @param sentinel that the endpoint is a Sentinel, which knows where the database is
/// @param interval time between touches, see [Intervals]; empty means the default
/// @param paused that it rests for now, and until when
/// @param secretReference where the secret is to be had when it is not under the id in the secret
///   store: `env:NAME` or `file:/path`, or [#NO_SECRET]. Never the secret itself
/// @param tags words by which a person finds databases that belong together; see [Tags]
public record Database(
    UUID id,
    String name,
    Endpoint endpoint,
    Provider provider,
    Optional<Duration> window,
    TouchMode mode,
    String key,
    Optional<Path> caFile,
    Optional<ClientCertificate> clientCertificate,
    Optional<String> serverName,
    Optional<Sentinel> sentinel,
    Optional<Duration> interval,
    Optional<Pause> paused,
    Optional<String> secretReference,
    List<String> tags) {
  public Database {
    tags = List.copyOf(tags);
  }

  public static final String DEFAULT_KEY = "upkeep:last-touch";

  /// The secret reference of a database that asks for no password at all.
  public static final String NO_SECRET = "none";

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
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /// How long it may rest before it is in danger; empty where nobody knows.
  public Optional<Duration> effectiveWindow() {
    return window.or(provider::window);
  }

  /// How long our key lives on the server, so that nothing stays behind for ever.
  public Duration keyLife() {
    return effectiveWindow().map(w -> w.plus(w)).orElse(DEFAULT_KEY_LIFE);
  }

  /// Whether a secret meant for the other database is meant for this one too: same host, port, user
  /// and protocol, the same trust, and ourselves the same. A secret goes only where it was meant
  /// for.
  public boolean hasDestinationOf(Database other) {
    return Place.of(this).equals(Place.of(other));
  }

  /// Begins a copy that differs.
  public DatabaseEdit edit() {
    return new DatabaseEdit(this);
  }

  public Database withName(String newName) {
    return edit().name(newName).done();
  }

  public Database withMode(TouchMode newMode) {
    return edit().mode(newMode).done();
  }

  public Database withCaFile(Optional<Path> newCaFile) {
    return edit().caFile(newCaFile).done();
  }

  public Database withPaused(Optional<Pause> newPaused) {
    return edit().paused(newPaused).done();
  }
}
