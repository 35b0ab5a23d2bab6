package dev.upkeep.schedule;

import dev.upkeep.database.Database;
import dev.upkeep.database.Pause;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// What the scheduler has to know of a database.
///
/// @param interval time between touches, positive
/// @param paused a paused database is touched only when a person asks
public record Plan(UUID id, Duration interval, Optional<Pause> paused) {
  public Plan {
    if (!interval.isPositive()) {
      throw new IllegalArgumentException("an interval is positive");
    }
  }

  /// The plan that follows from a definition.
  ///
  /// @param defaultInterval where the database has none of its own
  public static Plan of(Database database, Duration defaultInterval) {
    return new Plan(database.id(), database.interval().orElse(defaultInterval), database.paused());
  }
}
