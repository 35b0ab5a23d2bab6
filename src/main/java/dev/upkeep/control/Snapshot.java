package dev.upkeep.control;

import java.util.List;

/// Everything there is to see, at one moment.
///
/// @param databases in the user's order
public record Snapshot(AgentInfo agent, List<DatabaseStatus> databases) {
  public Snapshot {
    databases = List.copyOf(databases);
  }
}
