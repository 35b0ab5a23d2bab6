package dev.upkeep.history;

import dev.upkeep.database.TouchMode;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Stamp;
import dev.upkeep.touch.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A touch as history holds it: instants to the millisecond, durations to the microsecond, and
/// without the server's certificate.
///
/// @param id grows with every touch. A touch that was first kept in memory may get another one when
///   it reaches the file.
public record RecordedTouch(long id, UUID database, Touch touch, TouchMode mode, Instant nextDue) {

  public Instant at() {
    return touch.at();
  }

  /// How it ended, without the details.
  public Verdict verdict() {
    return Verdict.of(touch.outcome());
  }

  /// What went wrong, for a touch that failed.
  public Optional<FailureKind> failureKind() {
    return touch.outcome() instanceof Outcome.Failed failed
        ? Optional.of(failed.kind())
        : Optional.empty();
  }

  /// What was proved, for a touch that succeeded.
  public Optional<Evidence> evidence() {
    return touch.outcome() instanceof Outcome.Alive alive
        ? Optional.of(alive.evidence())
        : Optional.empty();
  }

  /// How long it took, for a touch that succeeded.
  public Optional<Duration> latency() {
    return touch.outcome() instanceof Outcome.Alive alive
        ? Optional.of(alive.latency())
        : Optional.empty();
  }

  /// Who touched the database before, and when, where the touch saw that.
  public Optional<Stamp> previousStamp() {
    return touch.outcome() instanceof Outcome.Alive alive
        ? alive.previousStamp()
        : Optional.empty();
  }

  /// Whether it begins the provider's window anew.
  boolean movesMargin() {
    return evidence().map(Evidence::movesMargin).orElse(false);
  }

  public RecordedTouch withId(long newId) {
    return new RecordedTouch(newId, database, touch, mode, nextDue);
  }
}
