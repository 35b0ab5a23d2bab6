package dev.upkeep.cli;

import dev.upkeep.control.Snapshot;
import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.Endpoint;
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

  /// The host's first label, or the whole address if the host is one, with a number if need be.
  String next(Endpoint endpoint) {
    String host = endpoint.host();
    boolean address = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
    String label = Words.foreignWord(address ? host : host.split("\\.", 2)[0]);
    String wish = label.isEmpty() ? "redis" : label;
    String name = wish;
    for (int number = 2; taken.contains(DatabaseName.folded(name)); number++) {
      name = wish + "-" + number;
    }
    avoid(name);
    return name;
  }
}
