package dev.upkeep.agent.keeping;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.SecretInventory;
import dev.upkeep.control.SecretPlace;
import dev.upkeep.database.Database;
import dev.upkeep.secret.Secrets;
import dev.upkeep.secret.StoreName;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Counts secrets, and deletes those to which nothing leads when a person wants that. Blocks; runs
/// on the caller's thread, never on the agent's.
public final class SecretCount {
  /// That of a random id, as databases have. Webhook and heartbeat are named otherwise.
  private static final int RANDOM = 4;

  private final AgentCalls calls;
  private final Keeper keeper;
  private final Secrets secrets;

  public SecretCount(AgentCalls calls, Keeper keeper, Secrets secrets) {
    this.calls = calls;
    this.keeper = keeper;
    this.secrets = secrets;
  }

  /// What there is now.
  public SecretInventory now() throws AgentException {
    var kept = secrets.ledger().kept().values();
    int inFile = Collections.frequency(kept, StoreName.FILE);
    return new SecretInventory(
        Collections.frequency(kept, StoreName.KEYCHAIN),
        inFile,
        secrets.ledger().owed().size(),
        orphans().size());
  }

  /// Has all of them in one place.
  ///
  /// @throws Refused with why one stayed where it was
  public SecretInventory moveTo(SecretPlace place) throws AgentException {
    StoreName to =
        switch (place) {
          case KEYCHAIN -> StoreName.KEYCHAIN;
          case FILE -> StoreName.FILE;
        };
    DefinitionChecks.await(secrets.move(to).thenApply(_ -> null));
    return now();
  }

  /// Deletes what leads nowhere.
  ///
  /// @throws Refused with why one is still there
  public SecretInventory forgetOrphans() throws AgentException {
    Optional<Refused> trouble = Optional.empty();
    for (UUID orphan : orphans()) {
      try {
        DefinitionChecks.await(secrets.remove(orphan));
      } catch (Refused e) {
        trouble = Optional.of(e);
      }
    }
    if (trouble.isPresent()) {
      throw trouble.get();
    }
    return now();
  }

  private Set<UUID> orphans() throws AgentException {
    Set<UUID> orphans = new HashSet<>(calls.await(secrets.entries(), AgentCalls.TOUCHES));
    orphans.removeIf(id -> id.version() != RANDOM);
    orphans.removeAll(secrets.ledger().owed().keySet());
    calls.ask(() -> {
      keeper.definitions().databases().stream()
          .filter(database -> database.secretReference().isEmpty())
          .map(Database::id)
          .forEach(orphans::remove);
      return true;
    });
    return orphans;
  }
}
