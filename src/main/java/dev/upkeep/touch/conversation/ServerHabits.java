package dev.upkeep.touch.conversation;

import dev.upkeep.database.Endpoint;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What servers were found to do in their own way, so that the next touch begins with it. Kept for
/// as long as the process runs, since a server may be replaced by another one. For any thread.
public final class ServerHabits {
  private static final int MAX = 10_000;

  private final Map<Endpoint, Habit> habits = new ConcurrentHashMap<>();

  /// How one server wants to be spoken to.
  ///
  /// @param stepByStep whether it answers commands that come together in another order
  /// @param suffix what our key ends in, so that it belongs to this node of a cluster; may be empty
  record Habit(boolean stepByStep, String suffix) {
    static final Habit NONE = new Habit(false, "");
  }

  Habit of(Endpoint endpoint) {
    return habits.getOrDefault(endpoint, Habit.NONE);
  }

  void learn(Endpoint endpoint, Habit habit) {
    if (habits.size() >= MAX) {
      habits.clear();
    }
    habits.put(endpoint, habit);
  }
}
