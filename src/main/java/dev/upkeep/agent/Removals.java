package dev.upkeep.agent;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.database.Database;
import dev.upkeep.schedule.AgentThread;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/// Databases that were removed a moment ago and can still be brought back. When the time has
/// passed, or the agent stops, they are gone for good, with secret and history. Owned by the
/// agent's thread.
final class Removals {
  private final AgentThread thread;
  private final Consumer<Database> forget;
  private final Map<UUID, Database> removed = new LinkedHashMap<>();

  /// Remembers nothing yet.
  ///
  /// @param forget removes what is left of a database
  Removals(AgentThread thread, Consumer<Database> forget) {
    this.thread = thread;
    this.forget = forget;
  }

  void remember(List<Database> databases) {
    for (Database database : databases) {
      removed.put(database.id(), database);
      thread.after(AgentApi.RESTORABLE, () -> expire(database));
    }
  }

  /// The definition of a database that comes back.
  ///
  /// @throws Refused if it is too late
  Database takeBack(UUID id) throws Refused {
    Database database = removed.remove(id);
    if (database == null) {
      throw new Refused(
          Refused.Reason.NOT_FOUND, List.of("It is too late to bring this database back."));
    }
    return database;
  }

  /// Forgets all of them now.
  void expireAll() {
    List.copyOf(removed.values()).forEach(this::expire);
  }

  private void expire(Database database) {
    if (removed.remove(database.id(), database)) {
      forget.accept(database);
    }
  }
}
