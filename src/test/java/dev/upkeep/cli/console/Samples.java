package dev.upkeep.cli.console;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Pause;
import dev.upkeep.history.Health;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.testing.StatusBuilder;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Stamp;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Databases and what happened to them, all at one moment.
public final class Samples {
  public static final Instant NOW = Instant.parse("2025-11-22T12:00:00Z");

  private Samples() {}

  public static Outcome.Alive alive() {
    return new Outcome.Alive(
        Evidence.WRITE, Duration.ofMillis(42), Optional.empty(), Optional.empty());
  }

  public static DatabaseStatus alsoKept(DatabaseStatus status, String label, Instant at) {
    return StatusBuilder.like(status).alsoKept(new Stamp(at, label)).done();
  }

  public static Outcome.Failed failed() {
    return new Outcome.Failed(
        FailureKind.AUTH,
        "The password was rejected.",
        "A read-only token needs the user default_ro.");
  }

  public static Outcome.Skipped offline() {
    return new Outcome.Skipped(Outcome.Skipped.Reason.OFFLINE, "This computer is offline.");
  }

  public static Database database(String name) {
    return Database.of(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        name,
        new Endpoint.Redis("eu1-fast-cat-4711.upstash.io", 6379, Optional.of("default"), true));
  }

  public static Touch touch(Instant at, Outcome outcome) {
    return new Touch(at, outcome, 1, Timings.NONE, Optional.empty());
  }

  public static RecordedTouch recorded(long id, Database database, Touch touch) {
    return new RecordedTouch(
        id, database.id(), touch, database.mode(), touch.at().plus(Duration.ofHours(6)));
  }

  /// Not touched yet.
  public static DatabaseStatus fresh(Database database) {
    return StatusBuilder.of(database).nextDue(NOW).done();
  }

  /// After one touch.
  public static DatabaseStatus after(Database database, Touch touch) {
    boolean verified =
        touch.outcome() instanceof Outcome.Alive alive && alive.evidence().movesMargin();
    return StatusBuilder.of(database)
        .health(health(touch.outcome()))
        .nextDue(touch.at().plus(Duration.ofHours(6)))
        .lastVerified(verified ? Optional.of(touch.at()) : Optional.empty())
        .last(recorded(1, database, touch))
        .failures(touch.outcome() instanceof Outcome.Failed ? 1 : 0)
        .done();
  }

  /// Touched three minutes ago, and all is well.
  public static DatabaseStatus healthy(String name) {
    return after(database(name), touch(NOW.minus(Duration.ofMinutes(3)), alive()));
  }

  public static DatabaseStatus paused(DatabaseStatus status, Pause pause) {
    return StatusBuilder.like(status)
        .database(status.database().withPaused(Optional.of(pause)))
        .health(Health.PAUSED)
        .nextDue(Optional.empty())
        .done();
  }

  private static Health health(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Alive _ -> Health.ALIVE;
      case Outcome.Failed _ -> Health.FAILING;
      case Outcome.Skipped _ -> Health.UNKNOWN;
    };
  }
}
