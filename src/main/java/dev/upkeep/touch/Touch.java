package dev.upkeep.touch;

import java.time.Instant;
import java.util.Optional;

/// One visit to one database, as it happened.
///
/// @param at when it began
/// @param attempts how often it was tried; 0 when it was skipped without trying
/// @param timings of the last attempt
/// @param certificate the server's, when there was one to see
public record Touch(
    Instant at, Outcome outcome, int attempts, Timings timings, Optional<Certificate> certificate) {

  public boolean alive() {
    return outcome instanceof Outcome.Alive;
  }
}
