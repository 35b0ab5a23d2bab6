package dev.upkeep.agent;

import dev.upkeep.database.Database;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The definitions as touches see them, from threads of their own. Only the agent's thread changes
/// them; a touch that has begun goes on with what it found.
final class KnownDatabases {
  private final ConcurrentHashMap<UUID, Database> databases = new ConcurrentHashMap<>();

  void know(Database database) {
    databases.put(database.id(), database);
  }

  void forget(UUID id) {
    databases.remove(id);
  }

  Optional<Database> find(UUID id) {
    return Optional.ofNullable(databases.get(id));
  }

  /// The hosts of all databases, each a witness of whether this computer is online.
  List<String> hosts() {
    return databases.values().stream().map(database -> database.endpoint().host()).toList();
  }
}
