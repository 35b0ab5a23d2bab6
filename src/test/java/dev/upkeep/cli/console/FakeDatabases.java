package dev.upkeep.cli.console;

import dev.upkeep.control.Added;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.AgentException.Refused.Reason;
import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.control.Touched;
import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.Pause;
import dev.upkeep.database.Secret;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// The databases of a fake agent and their secrets, by the rules of a real one, in memory. A touch
/// comes to what the test says. Several threads may add at once, as an import of an account does.
final class FakeDatabases {
  private final Map<UUID, DatabaseStatus> statuses = new LinkedHashMap<>();
  private final Map<UUID, Secret> secrets = new LinkedHashMap<>();
  private volatile Function<Database, Outcome> outcome = _ -> Samples.alive();

  void touching(Function<Database, Outcome> newOutcome) {
    outcome = newOutcome;
  }

  synchronized void put(DatabaseStatus status) {
    statuses.put(status.database().id(), status);
  }

  synchronized void keep(UUID id, Secret secret) {
    secrets.put(id, secret);
  }

  synchronized List<DatabaseStatus> all() {
    return List.copyOf(statuses.values());
  }

  List<String> names() {
    return all().stream().map(status -> status.database().name()).toList();
  }

  Database named(String name) {
    return all().stream()
        .map(DatabaseStatus::database)
        .filter(database -> database.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " among " + names()));
  }

  synchronized Optional<String> secretOf(String name) {
    return Optional.ofNullable(secrets.get(named(name).id())).map(Secret::reveal);
  }

  synchronized DatabaseStatus known(UUID id) throws Refused {
    DatabaseStatus status = statuses.get(id);
    if (status == null) {
      throw Refused.verbatim(Reason.NOT_FOUND, List.of("There is no such database."));
    }
    return status;
  }

  Added add(NewDatabase given) throws Refused {
    Touch test = store(given.database(), given.secret(), given.untested());
    return new Added(known(given.database().id()), Optional.of(test));
  }

  DatabaseStatus edit(DatabaseChange change) throws Refused {
    UUID id = change.database().id();
    boolean moved = !change.database().hasDestinationOf(known(id).database());
    Touch _ = store(change.database(), change.secret(), change.untested());
    if (moved && change.secret().isEmpty()) {
      forget(id);
    }
    return known(id);
  }

  /// After a touch that tests it.
  private Touch store(Database database, Optional<Secret> secret, boolean untested) throws Refused {
    requireFree(database);
    Touch test = test(database, untested);
    keep(database, secret, test);
    return test;
  }

  /// Asked again, since another may have taken the name during the touch.
  private synchronized void keep(Database database, Optional<Secret> secret, Touch test)
      throws Refused {
    requireFree(database);
    secret.ifPresent(given -> keep(database.id(), given));
    put(Samples.after(database, test));
  }

  private synchronized void forget(UUID id) {
    secrets.remove(id);
  }

  synchronized void remove(Collection<UUID> ids) {
    ids.forEach(statuses::remove);
  }

  void pause(Collection<UUID> ids, Pause pause) throws Refused {
    for (UUID id : ids) {
      put(Samples.paused(known(id), pause));
    }
  }

  void resume(Collection<UUID> ids) throws Refused {
    for (UUID id : ids) {
      put(Samples.fresh(known(id).database().withPaused(Optional.empty())));
    }
  }

  List<Touched> touch(List<UUID> ids) throws Refused {
    List<Touched> touched = new ArrayList<>();
    for (UUID id : ids) {
      touched.add(new Touched(id, touch(known(id).database())));
    }
    return touched;
  }

  Touch touch(Database database) {
    return new Touch(Samples.NOW, outcome.apply(database), 1, Timings.NONE, Optional.empty());
  }

  private void requireFree(Database database) throws Refused {
    String name = DatabaseName.folded(database.name());
    boolean taken =
        all().stream()
            .map(DatabaseStatus::database)
            .anyMatch(other ->
                DatabaseName.folded(other.name()).equals(name)
                    && !other.id().equals(database.id()));
    if (taken) {
      throw Refused.verbatim(Reason.CONFLICT, List.of("There is a database of this name already."));
    }
  }

  private Touch test(Database database, boolean untested) throws Refused {
    Touch touch = touch(database);
    if (!untested && touch.outcome() instanceof Outcome.Failed failed) {
      throw Refused.verbatim(Reason.TEST_FAILED, List.of(failed.message() + " " + failed.advice()));
    }
    if (!untested && touch.outcome() instanceof Outcome.Skipped skipped) {
      throw Refused.verbatim(Reason.OFFLINE, List.of(skipped.message().english()));
    }
    return touch;
  }
}
