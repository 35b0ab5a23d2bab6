package dev.upkeep.control;

import dev.upkeep.database.Database;
import dev.upkeep.database.Margin;
import dev.upkeep.history.Health;
import dev.upkeep.history.RecordedTouch;
import java.time.Instant;
import java.util.Optional;

/// One database and how it is doing. Holds no secret.
///
/// @param running whether it is being touched at this moment
/// @param nextDue when it is touched next; empty while it is paused
/// @param lastVerified when the last touch began that moved the margin
/// @param last the latest touch
/// @param failures touches in a row that have failed
/// @param warning what is unwise about its definition, as a sentence
public record DatabaseStatus(
    Database database,
    Health health,
    boolean running,
    Optional<Instant> nextDue,
    Optional<Instant> lastVerified,
    Optional<RecordedTouch> last,
    int failures,
    Optional<String> warning) {

  /// How long it is still safe.
  public Margin margin() {
    return Margin.of(lastVerified, database.effectiveWindow());
  }
}
