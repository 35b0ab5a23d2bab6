package dev.upkeep.deploy;

import java.util.List;
import java.util.stream.Stream;

/// Databases that are touched together, because they want to be touched as often.
record Run(Schedule schedule, List<DeployedDatabase> databases) {
  /// Names the files and jobs of this run: `6h`.
  String word() {
    return schedule.period().word();
  }

  /// What each database is called for ever, for words of a command: no name gets into one.
  Stream<String> ids() {
    return databases.stream().map(kept -> kept.database().id().toString());
  }

  String definitions() {
    return "databases-" + word() + ".json";
  }
}
