package dev.upkeep.alert.rule;

import dev.upkeep.database.Margin;
import dev.upkeep.history.Announced;
import dev.upkeep.history.Health;
import java.time.Duration;
import java.time.Instant;

/// Whether a margin that melts is a danger, or the ordinary course of a long interval. Pure.
final class MarginRule {
  /// After waking up, a network needs some time to come back.
  private static final Duration NETWORK_PATIENCE = Duration.ofMinutes(2);

  /// A failure that lasts this long is no blip, whatever the threshold.
  private static final Duration BLIP = Duration.ofHours(1);

  private MarginRule() {}

  /// Whether something keeps this database from being proved alive.
  static boolean isInDanger(Situation now, Announced memory, Margin.Level level, Instant at) {
    if (now.offline()) {
      boolean worthIt = level == Margin.Level.QUARTER || level == Margin.Level.THREE_DAYS;
      return worthIt && !at.isBefore(now.awakeSince().plus(NETWORK_PATIENCE));
    }
    if (now.hindered()) {
      Instant since = memory.secret().map(Announced.Locked::since).orElse(now.awakeSince());
      return UnlockRule.isPatienceOver(since, now.awakeSince(), at);
    }
    if (now.failing()) {
      return level.compareTo(Margin.Level.THREE_DAYS) >= 0
          || now.health() == Health.DOWN
          || memory.outage().isPresent()
          || now.standing()
              .failingSince()
              .filter(since -> !at.isBefore(since.plus(BLIP)))
              .isPresent();
    }
    // It answers, and yet proves nothing: a PING, or a key that is not there.
    return now.overdue() || (now.alive() && !now.proving());
  }
}
