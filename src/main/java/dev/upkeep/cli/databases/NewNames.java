package dev.upkeep.cli.databases;

import dev.upkeep.control.Snapshot;
import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.paste.ConnectionText.Found;
import java.util.HashSet;
import java.util.Set;

/// Names databases that were given none, after their hosts and unlike any other.
final class NewNames {
  private final Set<String> taken = new HashSet<>();

  /// Learns the names that are taken.
  void avoid(Snapshot snapshot) {
    snapshot.databases().forEach(status -> avoid(status.database().name()));
  }

  void avoid(String name) {
    taken.add(DatabaseName.folded(name));
  }

  /// See [Found#suggestedName].
  String next(Found found) {
    String name = found.suggestedName(taken);
    avoid(name);
    return name;
  }

  /// See [DatabaseName#suggested].
  String next(Endpoint endpoint) {
    String name = DatabaseName.suggested(endpoint, taken);
    avoid(name);
    return name;
  }
}
