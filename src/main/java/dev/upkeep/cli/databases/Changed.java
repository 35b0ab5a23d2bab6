package dev.upkeep.cli.databases;

import dev.upkeep.cli.console.Selection;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.status.StatusReport;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// Tells how databases are after a change: a sentence each, or the same object as `list`.
///
/// @param after what there is to see now
record Changed(Upkeep upkeep, Snapshot after) {

  /// @param databases those that were changed; one that is gone meanwhile is left out
  void report(List<DatabaseStatus> databases, Function<DatabaseStatus, String> sentence) {
    Set<UUID> ids = new HashSet<>(Selection.ids(databases));
    List<DatabaseStatus> changed =
        after.databases().stream().filter(s -> ids.contains(s.database().id())).toList();
    if (upkeep.json()) {
      new StatusReport(upkeep, after.agent()).databases(changed);
    } else {
      changed.forEach(status -> upkeep.console().say(sentence.apply(status)));
    }
  }
}
