package dev.upkeep.testing;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.account.ProviderFigures;
import dev.upkeep.database.Database;
import dev.upkeep.history.Health;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.touch.Stamp;
import java.time.Instant;
import java.util.Optional;

/// The one place where tests make a [DatabaseStatus]: each says what it is about, and a new field
/// concerns nobody else. Begins with a database that was never touched.
public final class StatusBuilder {
  private Database database;
  private Health health = Health.UNKNOWN;
  private boolean running;
  private Optional<Instant> nextDue = Optional.empty();
  private Optional<Instant> lastVerified = Optional.empty();
  private Optional<RecordedTouch> last = Optional.empty();
  private int failures;
  private Optional<String> warning = Optional.empty();
  private Optional<Stamp> alsoKept = Optional.empty();
  private Optional<Instant> lastWrite = Optional.empty();
  private Optional<ProviderFigures> figures = Optional.empty();

  private StatusBuilder(Database database) {
    this.database = database;
  }

  public static StatusBuilder of(Database database) {
    return new StatusBuilder(database);
  }

  /// Begins with what there is.
  public static StatusBuilder like(DatabaseStatus status) {
    StatusBuilder builder =
        of(status.database())
            .health(status.health())
            .nextDue(status.nextDue())
            .lastVerified(status.lastVerified())
            .lastWrite(status.lastWrite())
            .last(status.last())
            .failures(status.failures())
            .warning(status.warning());
    builder.running = status.running();
    builder.alsoKept = status.alsoKept();
    builder.figures = status.figures();
    return builder;
  }

  public StatusBuilder database(Database value) {
    database = value;
    return this;
  }

  public StatusBuilder health(Health value) {
    health = value;
    return this;
  }

  public StatusBuilder running() {
    running = true;
    return this;
  }

  public StatusBuilder nextDue(Optional<Instant> value) {
    nextDue = value;
    return this;
  }

  public StatusBuilder nextDue(Instant value) {
    return nextDue(Optional.of(value));
  }

  /// By a write, unless [#lastWrite] says otherwise afterwards.
  public StatusBuilder lastVerified(Optional<Instant> value) {
    lastVerified = value;
    return lastWrite(value);
  }

  public StatusBuilder lastVerified(Instant value) {
    return lastVerified(Optional.of(value));
  }

  public StatusBuilder lastWrite(Optional<Instant> value) {
    lastWrite = value;
    return this;
  }

  public StatusBuilder last(Optional<RecordedTouch> value) {
    last = value;
    return this;
  }

  public StatusBuilder last(RecordedTouch value) {
    return last(Optional.of(value));
  }

  public StatusBuilder failures(int value) {
    failures = value;
    return this;
  }

  public StatusBuilder warning(Optional<String> value) {
    warning = value;
    return this;
  }

  public StatusBuilder alsoKept(Stamp value) {
    alsoKept = Optional.of(value);
    return this;
  }

  public StatusBuilder figures(ProviderFigures value) {
    figures = Optional.of(value);
    return this;
  }

  public DatabaseStatus done() {
    return new DatabaseStatus(
        database,
        health,
        running,
        nextDue,
        lastVerified,
        last,
        failures,
        warning,
        alsoKept,
        lastWrite,
        Optional.empty(),
        Optional.empty(),
        figures);
  }
}
