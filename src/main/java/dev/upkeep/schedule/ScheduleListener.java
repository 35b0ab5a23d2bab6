package dev.upkeep.schedule;

import dev.upkeep.touch.Touch;
import java.time.Instant;
import java.util.UUID;

/// Hears what the scheduler does, on the agent's thread. Whatever it throws is logged and changes
/// nothing: no trouble with storing may stop the touching.
public interface ScheduleListener {
  /// A touch runs from now on. Exactly one of [#touched] and [#dropped] follows, before another of
  /// this database begins.
  void began(UUID id);

  /// A touch ended, and the next one is due then.
  void touched(UUID id, Touch touch, Instant nextDue);

  /// A touch that runs counts no more: its database was removed or is elsewhere now, or the
  /// scheduler has stopped waiting for it.
  void dropped(UUID id);

  /// The due time changed without a touch: a new database, another interval, a clock set back.
  void dueChanged(UUID id, Instant due);
}
