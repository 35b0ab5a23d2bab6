package dev.upkeep.agent.metrics;

import dev.upkeep.history.RecordedTouch;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// Counts what the history records while metrics are served, and nothing while they are not. Owned
/// by the agent's thread.
public final class TouchTally {
  private final Map<UUID, TouchCount> counts = new HashMap<>();
  private boolean counting;

  /// Begins with nothing, unless it counts already.
  public void begin() {
    counting = true;
  }

  /// Forgets everything.
  public void end() {
    counting = false;
    counts.clear();
  }

  public void add(RecordedTouch touch) {
    if (counting) {
      counts.merge(
          touch.database(), TouchCount.NONE.plus(touch), (before, _) -> before.plus(touch));
    }
  }

  /// By database; without those that nothing has happened to, and with those that are gone.
  public Map<UUID, TouchCount> counts() {
    return Map.copyOf(counts);
  }
}
