package dev.upkeep.touch;

import java.time.Instant;
import java.util.Optional;

/// One visit to one database, as it happened.
///
/// @param at when it began
/// @param attempts how often it was tried; 0 when it was skipped without trying
/// @param timings of the last attempt
/// @param certificate the server's, when there was one to see
/// @param server what it says that it is, where it was asked
public record Touch(
    Instant at,
    Outcome outcome,
    int attempts,
    Timings timings,
    Optional<Certificate> certificate,
    Optional<ServerFacts> server) {

  /// One that did not ask the server what it is.
  public Touch(
      Instant at,
      Outcome outcome,
      int attempts,
      Timings timings,
      Optional<Certificate> certificate) {
    this(at, outcome, attempts, timings, certificate, Optional.empty());
  }

  public boolean alive() {
    return outcome instanceof Outcome.Alive;
  }
}
