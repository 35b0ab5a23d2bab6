package dev.upkeep.database;

import java.time.Duration;
import java.time.Instant;

/// A database that was removed and can be brought back for a while, without its secret.
///
/// @param at when it was removed
public record RemovedDatabase(Database database, Instant at) {
  /// How long it can be brought back.
  public static final Duration KEPT = Duration.ofDays(7);

  /// Whether it can be brought back still. What a wrong clock has dated ahead can.
  public boolean waitsAt(Instant now) {
    return now.isBefore(at.plus(KEPT));
  }
}
