package dev.upkeep.alert.rule;

import dev.upkeep.history.Health;
import dev.upkeep.touch.Touch;
import java.time.Instant;
import java.util.Optional;

/// A database as a heartbeat sees it.
///
/// @param name as foreign as any other text here
/// @param last the last touch
/// @param due when the next one is planned; empty when none is
public record MonitoredDatabase(
    String name, Health health, Optional<Touch> last, Optional<Instant> due) {
  boolean resting() {
    return health == Health.PAUSED;
  }
}
