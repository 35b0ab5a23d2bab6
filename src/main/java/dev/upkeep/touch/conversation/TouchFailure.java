package dev.upkeep.touch.conversation;

import dev.upkeep.language.Sentence;
import dev.upkeep.language.TouchPhrase;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import org.jspecify.annotations.Nullable;

/// One attempt failed. Inside this package only: [Toucher#touch] turns it into an outcome.
///
/// The cause is kept for `-v`; it is never an exception of the client library about a reply, since
/// those quote the server, and a server may quote the password.
public final class TouchFailure extends Exception {
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
  public static TouchFailure lasting(FailureKind kind, Sentence message, Sentence advice) {
    return new TouchFailure(kind, message, advice, false, false, null);
  }

  /// Trying again may help.
  public static TouchFailure passing(FailureKind kind, Sentence message, Sentence advice) {
    return new TouchFailure(kind, message, advice, true, false, null);
  }

  /// Somebody stops Upkeep. The thread is interrupted again.
  public static TouchFailure interrupted(Exception cause) {
    Thread.currentThread().interrupt();
    return lasting(
            FailureKind.INTERNAL,
            TouchPhrase.INTERRUPTED.with(),
            TouchPhrase.INTERRUPTED_ADVICE.with())
        .causedBy(cause);
  }

  public TouchFailure causedBy(Throwable newCause) {
    return new TouchFailure(kind, message, advice, passing, maybeOffline, newCause);
  }

  /// The computer's own network may be the reason.
  public TouchFailure orOffline() {
    return new TouchFailure(kind, message, advice, passing, true, getCause());
  }

  public FailureKind kind() {
    return kind;
  }

  public Sentence message() {
    return message;
  }

  public boolean isPassing() {
    return passing;
  }

  public boolean isMaybeOffline() {
    return maybeOffline;
  }

  public Outcome.Failed outcome() {
    return new Outcome.Failed(kind, message, advice);
  }
}
