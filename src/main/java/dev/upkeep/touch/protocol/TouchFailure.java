package dev.upkeep.touch.protocol;

import dev.upkeep.language.Sentence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import org.jspecify.annotations.Nullable;

/// One attempt failed. Inside this package only: [Toucher#touch] turns it into an outcome.
///
/// The cause is kept for `-v`; it is never an exception of the client library about a reply, since
/// those quote the server, and a server may quote the password.
final class TouchFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final FailureKind kind;
  private final transient Sentence message;
  private final transient Sentence advice;
  private final boolean passing;
  private final boolean maybeOffline;

  private TouchFailure(
      FailureKind kind,
      Sentence message,
      Sentence advice,
      boolean passing,
      boolean maybeOffline,
      @Nullable Throwable cause) {
    super(message.english(), cause);
    this.kind = kind;
    this.message = message;
    this.advice = advice;
    this.passing = passing;
    this.maybeOffline = maybeOffline;
  }

  /// It will not change by itself: do not try again.
  static TouchFailure lasting(FailureKind kind, Sentence message, Sentence advice) {
    return new TouchFailure(kind, message, advice, false, false, null);
  }

  /// Trying again may help.
  static TouchFailure passing(FailureKind kind, Sentence message, Sentence advice) {
    return new TouchFailure(kind, message, advice, true, false, null);
  }

  TouchFailure causedBy(Throwable newCause) {
    return new TouchFailure(kind, message, advice, passing, maybeOffline, newCause);
  }

  /// The computer's own network may be the reason.
  TouchFailure orOffline() {
    return new TouchFailure(kind, message, advice, passing, true, getCause());
  }

  FailureKind kind() {
    return kind;
  }

  Sentence message() {
    return message;
  }

  boolean isPassing() {
    return passing;
  }

  boolean isMaybeOffline() {
    return maybeOffline;
  }

  Outcome.Failed outcome() {
    return new Outcome.Failed(kind, message, advice);
  }
}
