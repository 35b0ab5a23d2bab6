package dev.upkeep.history;

import java.time.Instant;
import java.util.UUID;

/// Something that is still to be told over one channel.
///
/// @param id in the order in which they were decided
/// @param event the same on every channel and at every attempt, for receivers that want to be sure
/// @param payload as whoever queued it wrote it; never holds a secret
/// @param attempts that have failed
/// @param nextAttempt not before then
public record Queued(
    long id,
    UUID event,
    UUID database,
    String channel,
    Instant created,
    String payload,
    int attempts,
    Instant nextAttempt) {

  public Queued withId(long newId) {
    return new Queued(newId, event, database, channel, created, payload, attempts, nextAttempt);
  }

  public Queued postponed(Instant newAttempt) {
    return new Queued(id, event, database, channel, created, payload, attempts + 1, newAttempt);
  }
}
