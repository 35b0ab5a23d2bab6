package dev.upkeep.touch.protocol;

import dev.upkeep.language.Sentence;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.RungListener;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.TouchRequest;
import dev.upkeep.touch.conversation.Attempt;
import dev.upkeep.touch.conversation.Deadline;
import dev.upkeep.touch.conversation.TouchFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Walks up the ladder of a touch, one command at a time and without retries, and tells of every
/// rung as it is reached; at the first that fails, what a person should do.
public final class Diagnosis {
  private final SingleTouch protocols;
  private final OfflineRule offline;
  private final InstantSource clock;

  Diagnosis(SingleTouch protocols, OfflineRule offline, InstantSource clock) {
    this.protocols = protocols;
    this.offline = offline;
    this.clock = clock;
  }

  public enum Result {
    REACHED,
    FAILED,
    /// Not tried, since one below it failed.
    NOT_TRIED,
    /// Tried in vain, and the touch went on without it: a write where only reading is allowed.
    DONE_WITHOUT
  }

  /// One rung.
  ///
  /// @param took zero where it was not reached
  /// @param detail what was seen, or why it failed; free of secrets
  public record Step(Rung rung, Result result, Duration took, Optional<Sentence> detail) {
    /// With what was seen in words that somebody has found already; none if they are empty.
    public Step(Rung rung, Result result, Duration took, String detail) {
      this(
          rung,
          result,
          took,
          detail.isEmpty() ? Optional.empty() : Optional.of(Sentence.verbatim(detail)));
    }
  }

  /// Is told of each step on the calling thread, in the order of the rungs.
  @FunctionalInterface
  public interface Listener {
    void step(Step step);
  }

  /// Blocks for at most 30 s. Every rung that applies to the request gets exactly one step, and
  /// SERVER at most one.
  ///
  /// @return the touch that this was: on success the database has been kept alive, too
  public Touch walk(TouchRequest request, Listener listener) {
    Instant at = clock.instant();
    Ladder ladder = new Ladder(rungsOf(request), listener);
    Attempt attempt =
        new Attempt(
            request, at, Deadline.in(StandardToucher.ATTEMPTS), Attempt.Pace.STEP_BY_STEP, ladder);
    Outcome outcome;
    try {
      outcome = StandardToucher.visit(protocols, attempt);
      ladder.end(Result.DONE_WITHOUT, Optional.empty());
    } catch (TouchFailure failure) {
      outcome = offline.judge(request, failure);
      ladder.end(Result.FAILED, Optional.of(failure.message()));
    }
    return new Touch(at, outcome, 1, attempt.timings(), attempt.certificate(), attempt.server());
  }

  private static Set<Rung> rungsOf(TouchRequest request) {
    Set<Rung> rungs = EnumSet.of(Rung.NAME, Rung.TCP, Rung.PING, Rung.SERVER);
    if (request.database().sentinel().isPresent()) {
      rungs.add(Rung.SENTINEL);
    }
    if (request.database().endpoint().tls()) {
      rungs.add(Rung.TLS);
    }
    if (request.secret().isPresent()) {
      rungs.add(Rung.AUTHENTICATED);
    }
    switch (request.database().mode()) {
      case WRITE -> rungs.addAll(EnumSet.of(Rung.WRITE, Rung.READ_BACK));
      case READ -> rungs.add(Rung.READ_BACK);
      case PING -> {}
    }
    return rungs;
  }

  /// Tells of the rungs in their order. One that was passed by is held back, with all above it,
  /// until it is known whether the touch could do without it.
  private static final class Ladder implements RungListener {
    private final Set<Rung> untold;
    private final Map<Rung, Step> held = new EnumMap<>(Rung.class);
    private final Listener listener;

    Ladder(Set<Rung> rungs, Listener listener) {
      this.untold = rungs;
      this.listener = listener;
    }

    @Override
    public void reached(Rung rung, Duration took, Optional<Sentence> detail) {
      if (!untold.contains(rung)) {
        return;
      }
      Step step = new Step(rung, Result.REACHED, took, detail);
      if (untold.iterator().next() == rung) {
        tell(step);
      } else {
        held.put(rung, step);
      }
    }

    /// Tells of the rungs that are left.
    ///
    /// @param missing what the first rung that was not reached is; those above it were not tried
    void end(Result missing, Optional<Sentence> why) {
      Result result = missing;
      Optional<Sentence> detail = why;
      for (Rung rung : List.copyOf(untold)) {
        Step step = held.get(rung);
        if (step != null) {
          tell(step);
          continue;
        }
        if (rung == Rung.SERVER) {
          continue; // Nothing depends on it, and many do not say.
        }
        tell(new Step(rung, result, Duration.ZERO, detail));
        if (result == Result.FAILED) {
          result = Result.NOT_TRIED;
          detail = Optional.empty();
        }
      }
    }

    private void tell(Step step) {
      untold.remove(step.rung());
      listener.step(step);
    }
  }
}
