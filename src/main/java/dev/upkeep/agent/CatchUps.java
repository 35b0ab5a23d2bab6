package dev.upkeep.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Which touches are overdue, and whether they may still be expected: after waking up, or when a
/// pause ends, nobody is told anything before the touch that is overdue was tried. If it is not
/// tried in time, that is news by itself.
final class CatchUps {
  static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Map<UUID, Instant> overdueSince = new HashMap<>();

  /// How it stands with the touch that is due next.
  enum State {
    NOTHING_DUE,
    EXPECTED,
    MISSING
  }

  /// Looks at one database.
  ///
  /// @param due when it is due next; empty when it is not
  State look(UUID database, Optional<Instant> due, Instant awakeSince, Instant now) {
    if (due.isEmpty() || due.get().isAfter(now)) {
      overdueSince.remove(database);
      return State.NOTHING_DUE;
    }
    // From then on, unless the clock was set back since.
    Instant seen =
        overdueSince.merge(database, now, (before, _) -> before.isAfter(now) ? now : before);
    Instant since = seen.isBefore(awakeSince) ? awakeSince : seen;
    return now.isBefore(since.plus(PATIENCE)) ? State.EXPECTED : State.MISSING;
  }

  void forget(UUID database) {
    overdueSince.remove(database);
  }
}
