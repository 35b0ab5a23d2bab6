package dev.upkeep.touch;

import java.time.Duration;
import java.util.Optional;

/// How a touch ended. A failure of the outside world is a value, not an exception.
public sealed interface Outcome {
  /// The database answered as it should.
  ///
  /// @param latency the successful attempt, from resolving the name to the last verified reply
  /// @param previousStamp who touched it before us, and when
  /// @param remark what a person should know although all is well, as a sentence
  record Alive(
      Evidence evidence, Duration latency, Optional<Stamp> previousStamp, Optional<String> remark)
      implements Outcome {}

  /// The database could not be touched.
  ///
  /// @param message what happened, as one sentence; free of secrets and control characters
  /// @param advice what a person can do about it, as one or two sentences
  record Failed(FailureKind kind, String message, String advice) implements Outcome {}

  /// Nothing can be said about the database, because it was not visited.
  ///
  /// @param message why, as one sentence
  record Skipped(Reason reason, String message) implements Outcome {
    public enum Reason {
      /// This computer provably has no network.
      OFFLINE,
      PAUSED,
      DISABLED
    }
  }
}
