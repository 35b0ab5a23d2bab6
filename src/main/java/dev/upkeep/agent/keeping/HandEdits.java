package dev.upkeep.agent.keeping;

import dev.upkeep.database.Database;
import dev.upkeep.definitions.Definitions;
import dev.upkeep.definitions.DefinitionsException;
import dev.upkeep.definitions.Reading;
import dev.upkeep.language.RefusalPhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.schedule.AgentThread;
import dev.upkeep.secret.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// Takes over what somebody writes into the file of the definitions while the agent runs, by the
/// rules of an edit: what leads to another place loses its secret before anything else happens.
/// Owned by the agent's thread.
public final class HandEdits {
  private final AgentThread thread;
  private final DefinitionsStore store;
  private final Keeper keeper;
  private final KnownDatabases databases;
  private final Secrets secrets;
  private final Notices notices;
  private final Runnable noticed;
  private Optional<Sentence> lastProblem = Optional.empty();
  private boolean busy;

  /// Looks at nothing yet.
  ///
  /// @param noticed told when there is something new for a person to read
  public HandEdits(
      AgentThread thread,
      DefinitionsStore store,
      Keeper keeper,
      KnownDatabases databases,
      Secrets secrets,
      Notices notices,
      Runnable noticed) {
    this.thread = thread;
    this.store = store;
    this.keeper = keeper;
    this.databases = databases;
    this.secrets = secrets;
    this.notices = notices;
    this.noticed = noticed;
    store.onHandEdit(() -> thread.execute(this::tend));
  }

  /// To be called every half minute.
  public void tend() {
    if (busy) {
      return;
    }
    try {
      store.handEdit().ifPresent(this::take);
    } catch (DefinitionsException e) {
      say(e.told().stream().reduce(Sentence::then).orElseThrow());
    }
  }

  private void take(Reading reading) {
    Definitions edited = reading.definitions();
    List<UUID> moved = moved(edited);
    Optional<List<KnownDatabases.Change>> changes = begin(moved);
    if (changes.isEmpty()) {
      // Somebody is editing one of them just now; the next look is soon.
      return;
    }
    busy = true;
    CompletableFuture<?>[] removals =
        moved.stream().map(secrets::remove).toArray(CompletableFuture[]::new);
    CompletableFuture<Boolean> _ =
        CompletableFuture.allOf(removals)
            .handle((_, fault) -> {
              thread.execute(() -> taken(reading, fault == null, changes.get()));
              return true;
            });
  }

  private void taken(Reading reading, boolean secretsGone, List<KnownDatabases.Change> changes) {
    busy = false;
    try {
      if (secretsGone) {
        reading.problems().forEach(this::say);
        keeper.adopt(reading.definitions());
        say(RefusalPhrase.TAKEN_OVER.with());
      } else {
        say(RefusalPhrase.NOT_TAKEN_OVER.with());
      }
    } finally {
      changes.forEach(KnownDatabases.Change::close);
    }
  }

  /// Those whose stored secret was meant for another place.
  private List<UUID> moved(Definitions edited) {
    List<UUID> moved = new ArrayList<>();
    for (Database before : keeper.definitions().databases()) {
      boolean stored = before.secretReference().isEmpty();
      Optional<Database> after = edited.find(before.id());
      if (stored && after.isPresent() && !after.get().hasDestinationOf(before)) {
        moved.add(before.id());
      }
    }
    return moved;
  }

  private Optional<List<KnownDatabases.Change>> begin(List<UUID> ids) {
    List<KnownDatabases.Change> changes = new ArrayList<>();
    for (UUID id : ids) {
      Optional<KnownDatabases.Change> change = databases.begin(id);
      if (change.isEmpty()) {
        changes.forEach(KnownDatabases.Change::close);
        return Optional.empty();
      }
      changes.add(change.get());
    }
    return Optional.of(changes);
  }

  /// Once, as long as it is the same.
  private void say(Sentence sentence) {
    if (!lastProblem.equals(Optional.of(sentence))) {
      lastProblem = Optional.of(sentence);
      notices.add(sentence);
      noticed.run();
    }
  }
}
