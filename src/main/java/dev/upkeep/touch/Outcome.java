package dev.upkeep.touch;

import dev.upkeep.language.Sentence;
import dev.upkeep.language.TouchPhrase;
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
      Evidence evidence, Duration latency, Optional<Stamp> previousStamp, Optional<Sentence> remark)
      implements Outcome {
    /// Whether the database is full. It answers, but whoever uses it can write as little as we.
    public boolean full() {
      return remark.filter(it -> it.is(TouchPhrase.NO_ROOM)).isPresent();
    }
  }

  /// The database could not be touched.
  ///
  /// @param message what happened, as one sentence; free of secrets and control characters
  /// @param advice what a person can do about it, as one or two sentences
  record Failed(FailureKind kind, Sentence message, Sentence advice) implements Outcome {
    /// In words that somebody has found already.
    public Failed(FailureKind kind, String message, String advice) {
      this(kind, Sentence.verbatim(message), Sentence.verbatim(advice));
    }
  }

  /// Nothing can be said about the database, because it was not visited.
  ///
  /// @param message why, as one sentence
  record Skipped(Reason reason, Sentence message) implements Outcome {
    /// In words that somebody has found already.
    public Skipped(Reason reason, String message) {
      this(reason, Sentence.verbatim(message));
    }

    public enum Reason {
      /// This computer provably has no network.
      OFFLINE,
      PAUSED,
      DISABLED
    }
  }
}
