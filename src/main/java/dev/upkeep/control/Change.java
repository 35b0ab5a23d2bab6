package dev.upkeep.control;

import dev.upkeep.history.Transition;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Something that is different since the snapshot or the change before, or that is asked of those
/// who watch.
public sealed interface Change {
  /// A database is new or different.
  record Database(DatabaseStatus to) implements Change {}

  /// A database is gone.
  record Removed(UUID database) implements Change {}

  /// The user's order is different; every database is named.
  record Reordered(List<UUID> databases) implements Change {
    public Reordered {
      databases = List.copyOf(databases);
    }
  }

  /// A touch has ended.
  record TouchEnded(Touched to) implements Change {}

  /// The health of a database has changed.
  record HealthChanged(Transition to) implements Change {}

  /// The agent itself is different.
  record Agent(AgentInfo to) implements Change {}

  /// Settings are different.
  record Settings(SettingsView to) implements Change {}

  /// Webhook or heartbeat are set in another way.
  record Outlet(IntegrationStatus to) implements Change {}

  /// Somebody wants to see Upkeep, and a window is there: it comes to the front.
  ///
  /// @param database whose history to show; empty for whatever it shows already
  record Wanted(Optional<UUID> database) implements Change {}
}
