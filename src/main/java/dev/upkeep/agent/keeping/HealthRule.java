package dev.upkeep.agent.keeping;

import dev.upkeep.database.Database;
import dev.upkeep.history.DatabaseRecord;
import dev.upkeep.history.Health;
import dev.upkeep.history.Verdict;
import java.time.Instant;

/// How a database is doing, from what has happened to it. Pure.
public final class HealthRule {
  private HealthRule() {}

  /// The health at a moment.
  ///
  /// @param alertAfter so many failures in a row are DOWN; at least 1
  public static Health of(Database database, DatabaseRecord standing, int alertAfter, Instant now) {
    if (database.paused().filter(pause -> pause.holdsAt(now)).isPresent()) {
      return Health.PAUSED;
    }
    if (standing.failures() >= alertAfter) {
      return Health.DOWN;
    }
    if (standing.failures() > 0) {
      return Health.FAILING;
    }
    // A touch that was skipped, or that failed for a reason of our own, says nothing; what was
    // known
    // before goes on to hold.
    boolean everAlive =
        standing.last().filter(touch -> touch.verdict() == Verdict.ALIVE).isPresent()
            || standing.lastTransition().filter(t -> t.to() == Health.ALIVE).isPresent();
    return everAlive ? Health.ALIVE : Health.UNKNOWN;
  }
}
