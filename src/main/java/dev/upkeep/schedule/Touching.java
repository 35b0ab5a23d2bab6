package dev.upkeep.schedule;

import dev.upkeep.touch.Touch;
import java.util.UUID;

/// Touches a database that the scheduler knows by its id.
@FunctionalInterface
public interface Touching {
  /// Blocks until the touch is over; runs on a thread of its own, never on the agent's. Must end in
  /// bounded time, because a database is not touched again before. Should not throw; what it throws
  /// counts as a touch that failed for an internal reason.
  Touch touch(UUID id);
}
