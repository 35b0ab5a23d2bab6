package dev.upkeep.touch.protocol;

import dev.upkeep.language.CommonPhrase;
import dev.upkeep.language.TouchPhrase;
import dev.upkeep.network.OnlineCheck;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.RungListener;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.TouchRequest;
import dev.upkeep.touch.Toucher;
import dev.upkeep.touch.conversation.Attempt;
import dev.upkeep.touch.conversation.Backoff;
import dev.upkeep.touch.conversation.Conversation;
import dev.upkeep.touch.conversation.Deadline;
import dev.upkeep.touch.conversation.TouchFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tries again what may pass, within 30 s in all, and tells "this computer is offline" from "the
/// database is gone".
final class StandardToucher implements Toucher {
  static final Duration WHOLE_TOUCH = Duration.ofSeconds(30);

  /// For all attempts together: the question whether this computer is offline comes after them.
  static final Duration ATTEMPTS = WHOLE_TOUCH.minus(OnlineCheck.AMPLE_TIME);

  /// Another attempt is not worth beginning with less time than this.
  private static final Duration SHORTEST_ATTEMPT = Duration.ofMillis(500);

  private static final Logger LOG = LoggerFactory.getLogger(StandardToucher.class);

  private final SingleTouch protocols;
  private final OfflineRule offline;
  private final InstantSource clock;
  private final Retry retry;
  private final Backoff pause;
  private final RandomGenerator random;

  StandardToucher(
      SingleTouch protocols,
      OfflineRule offline,
      InstantSource clock,
      Retry retry,
      Backoff pause,
      RandomGenerator random) {
    this.protocols = protocols;
    this.offline = offline;
    this.clock = clock;
    this.retry = retry;
    this.pause = pause;
    this.random = random;
  }

  @Override
  public Touch touch(TouchRequest request) {
    Instant at = clock.instant();
    Deadline deadline = Deadline.in(ATTEMPTS);
    for (int n = 1; ; n++) {
      // Each attempt leaves the same stamp, by which the touch is known again as our own.
      Attempt attempt =
          new Attempt(request, at, deadline, Attempt.Pace.PIPELINED, RungListener.NONE);
      try {
        Outcome.Alive alive = visit(protocols, attempt);
        LOG.debug("{}: {} in {} ms", where(request), alive.evidence(), alive.latency().toMillis());
        return touch(at, alive, n, attempt);
      } catch (TouchFailure failure) {
        LOG.debug("{}: attempt {} failed", where(request), n, failure);
        if (!mayTryAgain(request, failure, n, deadline)) {
          return touch(at, offline.judge(request, failure), n, attempt);
        }
      }
    }
  }

  /// One attempt, measured. What nobody has thought of becomes a failure of kind INTERNAL.
  static Outcome.Alive visit(SingleTouch protocols, Attempt attempt) throws TouchFailure {
    long start = System.nanoTime();
    try {
      Conversation.Proof proof = protocols.visit(attempt);
      return new Outcome.Alive(
          proof.evidence(),
          Duration.ofNanos(System.nanoTime() - start),
          proof.previous(),
          proof.remark());
    } catch (RuntimeException e) {
      throw internal(e);
    }
  }

  private boolean mayTryAgain(
      TouchRequest request, TouchFailure failure, int attempt, Deadline deadline) {
    if (!failure.isPassing() || attempt >= retry.attempts()) {
      return false;
    }
    Duration wait = retry.delayAfter(attempt, random);
    if (deadline.remaining().compareTo(wait.plus(SHORTEST_ATTEMPT)) < 0) {
      return false;
    }
    LOG.debug(
        "{}: attempt {} of {}: {} Trying again in {} ms.",
        where(request),
        attempt,
        retry.attempts(),
        failure.message(),
        wait.toMillis());
    try {
      pause.sleep(wait);
      return true;
    } catch (TouchFailure interrupted) {
      return false;
    }
  }

  /// Name, protocol, host, port and user, never a secret.
  private static String where(TouchRequest request) {
    return request.database().name() + " (" + request.database().endpoint().display() + ")";
  }

  private static Touch touch(Instant at, Outcome outcome, int attempts, Attempt last) {
    return new Touch(at, outcome, attempts, last.timings(), last.certificate(), last.server());
  }

  /// Says where, never what: the message of an unforeseen exception may quote anything.
  private static TouchFailure internal(RuntimeException e) {
    StackTraceElement[] stack = e.getStackTrace();
    String what = e.getClass().getSimpleName();
    return TouchFailure.lasting(
        FailureKind.INTERNAL,
        TouchPhrase.INTERNAL.with(
            stack.length > 0 ? TouchPhrase.INTERNAL_AT.with(what, stack[0]) : what),
        CommonPhrase.BUG_ADVICE.with());
  }
}
