package dev.upkeep.agent.desktop;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Which databases a person has asked about, and has heard about: who presses "Touch now" on an
/// alarm is told once that the database is alive, not a second time that it is alive again. From
/// any thread.
final class AskedDatabases {
  private final Map<UUID, State> states = new ConcurrentHashMap<>();

  private enum State {
    /// They are touched because a person wants it.
    ASKED,
    /// A bulletin said meanwhile how they are.
    TOLD,
    /// The answer said so, and a bulletin may follow.
    ANSWERED
  }

  /// A person wants to know.
  void asked(Collection<UUID> databases) {
    databases.forEach(database -> states.put(database, State.ASKED));
  }

  /// A bulletin is about to say it of these.
  ///
  /// @return whether that is what a person waits for
  boolean tells(Collection<UUID> databases) {
    return databases.stream()
        .allMatch(database -> states.replace(database, State.ASKED, State.TOLD));
  }

  /// Whether all of these were told meanwhile, so that no answer is missing.
  boolean wereTold(Collection<UUID> databases) {
    return databases.stream().allMatch(database -> states.remove(database, State.TOLD));
  }

  /// These are answered: alive.
  void answered(Collection<UUID> databases) {
    databases.forEach(database -> states.put(database, State.ANSWERED));
  }

  /// Whether a person knows already that all of these are alive.
  boolean areKnown(Collection<UUID> databases) {
    return databases.stream().allMatch(database -> states.remove(database, State.ANSWERED));
  }

  /// Something else is to be said of these.
  void forget(Collection<UUID> databases) {
    states.keySet().removeAll(databases);
  }
}
