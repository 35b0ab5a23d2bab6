package dev.upkeep.schedule;

import dev.upkeep.touch.Touch;
import java.time.Instant;
import java.util.UUID;

/// Hears what the scheduler does, on the agent's thread. Whatever it throws is logged and changes
/// nothing: no trouble with storing may stop the touching.
public interface ScheduleListener {
  /// A touch ended, and the next one is due then.
  void touched(UUID id, Touch touch, Instant nextDue);

  /// The due time changed without a touch: a new database, another interval, a clock set back.
  void dueChanged(UUID id, Instant due);
}
