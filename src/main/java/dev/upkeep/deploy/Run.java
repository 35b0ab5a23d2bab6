package dev.upkeep.deploy;

import java.util.List;

/// Databases that are touched together, because they want to be touched as often.
record Run(Schedule schedule, List<DeployedDatabase> databases) {
  /// Names the files and jobs of this run: `6h`.
  String word() {
    return schedule.period().word();
  }

  String definitions() {
    return "databases-" + word() + ".json";
  }
}
