package dev.upkeep.agent.keeping;

import dev.upkeep.database.Database;
import dev.upkeep.history.DatabaseRecord;
import dev.upkeep.touch.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Knows who else keeps a database, so that a person sees what goes on while this computer is off.
///
/// @param label who we are: what is under it is no news
public record OtherKeepers(String label) {
  private static final Duration WITHOUT_WINDOW = Duration.ofDays(30);

  /// Whoever has not come for longer than the provider lets a database rest keeps nothing any more.
  Optional<Stamp> of(Database database, DatabaseRecord standing, Instant now) {
    Duration window = database.effectiveWindow().orElse(WITHOUT_WINDOW);
    return standing
        .stampOfOthers(label)
        .filter(stamp -> Duration.between(stamp.at(), now).compareTo(window) < 0);
  }
}
