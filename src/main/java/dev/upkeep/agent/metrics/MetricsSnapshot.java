package dev.upkeep.agent.metrics;

import dev.upkeep.control.AgentInfo;
import dev.upkeep.control.DatabaseStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the metrics tell, at one moment.
///
/// @param scheduleRuns whether databases are touched when they are due
/// @param counts since metrics are served, by database; may hold some that are gone
public record MetricsSnapshot(
    Instant now,
    AgentInfo agent,
    boolean scheduleRuns,
    List<DatabaseStatus> databases,
    Map<UUID, TouchCount> counts) {
  public MetricsSnapshot {
    databases = List.copyOf(databases);
    counts = Map.copyOf(counts);
  }
}
