package dev.upkeep.testing;

import dev.upkeep.control.AgentInfo;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Pause;
import dev.upkeep.history.Health;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.language.KeychainPhrase;
import dev.upkeep.touch.CertificateTerm;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Snapshots of databases in every state, at one moment.
public final class Statuses {
  public static final Instant NOW = Instant.parse("2025-11-22T12:00:00Z");

  private Statuses() {}

  public static Snapshot snapshot(DatabaseStatus... databases) {
    return new Snapshot(agent(true), List.of(databases));
  }

  public static AgentInfo agent(boolean enabled) {
    return new AgentInfo(
        "1.0",
        42,
        NOW.minus(Duration.ofHours(1)),
        "default",
        "laptop",
        true,
        enabled,
        true,
        Duration.ofHours(6),
        KeychainPhrase.AT_KEYRING.with(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /// The same agent, had it been given what another process would lack.
  public static AgentInfo dependent(AgentInfo agent) {
    return new AgentInfo(
        agent.version(),
        agent.pid(),
        agent.startedAt(),
        agent.profile(),
        agent.label(),
        agent.background(),
        agent.enabled(),
        false,
        agent.defaultInterval(),
        agent.secretStore(),
        agent.secretTrouble(),
        agent.notices(),
        agent.lastError(),
        agent.news());
  }

  /// The names of databases; `?` of one that is not there.
  static List<String> names(Snapshot snapshot, Collection<UUID> ids) {
    return ids.stream()
        .map(id ->
            snapshot.databases().stream()
                .map(DatabaseStatus::database)
                .filter(database -> database.id().equals(id))
                .map(Database::name)
                .findFirst()
                .orElse("?"))
        .toList();
  }

  /// An Upstash database, whose window is 30 days.
  public static Database database(String name) {
    return Database.of(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        name,
        new Endpoint.Redis("eu1-fast-cat-4711.upstash.io", 6379, Optional.of("default"), true));
  }

  /// Touched three minutes ago, and all is well.
  public static DatabaseStatus alive(String name) {
    return alive(name, Duration.ofMinutes(3));
  }

  /// Alive when it was last touched, so long ago.
  public static DatabaseStatus alive(String name, Duration ago) {
    return status(
        name,
        Health.ALIVE,
        0,
        Optional.of(NOW.minus(ago)),
        Optional.of(
            new Outcome.Alive(
                Evidence.WRITE, Duration.ofMillis(42), Optional.empty(), Optional.empty())));
  }

  /// Failed so often, after a verified touch eight hours ago.
  public static DatabaseStatus failing(String name, Health health, int failures) {
    return status(
        name,
        health,
        failures,
        Optional.of(NOW.minus(Duration.ofHours(8))),
        Optional.of(
            new Outcome.Failed(
                FailureKind.AUTH, "The password was rejected.", "Paste a new one.")));
  }

  /// Skipped because this computer is offline, so long after the last verified touch.
  public static DatabaseStatus offline(String name, Duration lastVerified) {
    return status(
        name,
        Health.ALIVE,
        0,
        Optional.of(NOW.minus(lastVerified)),
        Optional.of(
            new Outcome.Skipped(Outcome.Skipped.Reason.OFFLINE, "This computer is offline.")));
  }

  /// Alive under a certificate of 90 days that has so much left.
  public static DatabaseStatus withCertificate(String name, Duration left) {
    DatabaseStatus alive = alive(name);
    Instant end = NOW.plus(left);
    return new DatabaseStatus(
        alive.database(),
        alive.health(),
        alive.running(),
        alive.nextDue(),
        alive.lastVerified(),
        alive.last(),
        alive.failures(),
        alive.warning(),
        alive.alsoKept(),
        alive.lastWrite(),
        Optional.of(new CertificateTerm(end.minus(Duration.ofDays(90)), end)),
        Optional.of("Redis 7.2.5"),
        Optional.empty());
  }

  public static DatabaseStatus paused(String name, Pause pause) {
    DatabaseStatus alive = alive(name);
    return StatusBuilder.like(alive)
        .database(alive.database().withPaused(Optional.of(pause)))
        .health(Health.PAUSED)
        .nextDue(Optional.empty())
        .done();
  }

  /// Not touched yet.
  public static DatabaseStatus fresh(String name) {
    return status(name, Health.UNKNOWN, 0, Optional.empty(), Optional.empty());
  }

  /// Its credential cannot be had.
  public static DatabaseStatus locked(String name) {
    return status(
        name,
        Health.UNKNOWN,
        0,
        Optional.empty(),
        Optional.of(
            new Outcome.Failed(FailureKind.SECRET, "The keychain is locked.", "Unlock it.")));
  }

  private static DatabaseStatus status(
      String name,
      Health health,
      int failures,
      Optional<Instant> lastVerified,
      Optional<Outcome> last) {
    Database database = database(name);
    Instant at =
        last.filter(Outcome.Alive.class::isInstance).isPresent()
            ? lastVerified.orElse(NOW)
            : NOW.minus(Duration.ofMinutes(1));
    return StatusBuilder.of(database)
        .health(health)
        .nextDue(NOW.plus(Duration.ofHours(2)).plusSeconds(30))
        .lastVerified(lastVerified)
        .last(
            last.map(outcome ->
                new RecordedTouch(
                    1,
                    database.id(),
                    new Touch(at, outcome, 1, Timings.NONE, Optional.empty()),
                    database.mode(),
                    at.plus(Duration.ofHours(6)))))
        .failures(failures)
        .done();
  }
}
