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
      implements Outcome {
    /// How the remark begins when a touch had to read, since there was no room left to write.
    public static final String NO_ROOM = "There is no room to write";

    /// The remark of a touch that wrote, and read something older.
    public static final String STALE = "The write was acknowledged, but the read-back is stale.";

    /// The remark of a touch of a public name that leads to this computer.
    public static final String HERE = "This name leads to this computer itself.";

    /// Whether the database is full. It answers, but whoever uses it can write as little as we.
    public boolean full() {
      return remark.filter(text -> text.startsWith(NO_ROOM)).isPresent();
    }
  }

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
