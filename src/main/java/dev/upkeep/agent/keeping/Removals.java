package dev.upkeep.agent.keeping;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.database.Database;
import dev.upkeep.schedule.AgentThread;
import dev.upkeep.secret.Secrets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Databases that were removed a moment ago and can still be brought back. When the time has
/// passed, or the agent stops, they are gone for good, with secret and history. Owned by the
/// agent's thread.
public final class Removals {
  private static final Logger LOG = LoggerFactory.getLogger(Removals.class);

  private final AgentThread thread;
  private final Secrets secrets;
  private final Keeper keeper;
  private final Map<UUID, Database> removed = new LinkedHashMap<>();

  public Removals(AgentThread thread, Secrets secrets, Keeper keeper) {
    this.thread = thread;
    this.secrets = secrets;
    this.keeper = keeper;
  }

  public void remember(List<Database> databases) {
    for (Database database : databases) {
      removed.put(database.id(), database);
      thread.after(AgentApi.RESTORABLE, () -> expire(database));
    }
  }

  /// The definition of a database that comes back.
  ///
  /// @throws Refused if it is too late
  public Database takeBack(UUID id) throws Refused {
    Database database = removed.remove(id);
    if (database == null) {
      throw new Refused(
          Refused.Reason.NOT_FOUND, List.of("It is too late to bring this database back."));
    }
    return database;
  }

  /// Forgets all of them now.
  public void expireAll() {
    List.copyOf(removed.values()).forEach(this::expire);
  }

  private void expire(Database database) {
    if (removed.remove(database.id(), database)) {
      if (database.secretReference().isEmpty()) {
        secrets.remove(database.id()).exceptionally(Removals::leftBehind);
      }
      keeper.forget(database.id());
    }
  }

  /// Nothing leads to it any more; the next start would not know about it.
  private static @Nullable Void leftBehind(Throwable failed) {
    LOG.warn("The credential of a removed database could not be removed from the secret store.");
    return null;
  }
}
