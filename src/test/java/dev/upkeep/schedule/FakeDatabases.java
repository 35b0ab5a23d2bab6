package dev.upkeep.schedule;

import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// Databases that take their time, virtual as it is, and answer what the test wants.
final class FakeDatabases implements Touching, Executor {
  static final Outcome ALIVE =
      new Outcome.Alive(Evidence.WRITE, Duration.ofMillis(40), Optional.empty(), Optional.empty());
  static final Outcome FAILED = new Outcome.Failed(FailureKind.TIMEOUT, "No answer.", "Wait.");
  static final Outcome OFFLINE =
      new Outcome.Skipped(Outcome.Skipped.Reason.OFFLINE, "This computer has no network.");

  /// A visit, by the clock that stands still in sleep and by the wall's.
  record Visited(UUID id, Duration begun, Duration ended, Instant at) {}

  private final VirtualTime time;
  private final List<Visited> visits = new ArrayList<>();
  private Function<UUID, Outcome> answer = id -> ALIVE;
  private Duration takes = Duration.ofMillis(50);
  private Duration begun = Duration.ZERO;
  private int running;
  private int mostAtOnce;

  FakeDatabases(VirtualTime time) {
    this.time = time;
  }

  void answer(Function<UUID, Outcome> newAnswer) {
    answer = newAnswer;
  }

  void answer(Outcome outcome) {
    answer = id -> outcome;
  }

  void take(Duration newDuration) {
    takes = newDuration;
  }

  /// The visits that have ended, in that order.
  List<Visited> visits() {
    return visits;
  }

  List<UUID> ids() {
    return visits.stream().map(Visited::id).toList();
  }

  int running() {
    return running;
  }

  int mostAtOnce() {
    return mostAtOnce;
  }

  /// A thread that is busy for as long as a touch takes.
  @Override
  public void execute(Runnable visit) {
    Duration start = time.awake();
    mostAtOnce = Math.max(mostAtOnce, ++running);
    time.later(
        takes,
        () -> {
          running--;
          begun = start;
          visit.run();
        });
  }

  @Override
  public Touch touch(UUID id) {
    Instant at = time.instant().minus(time.awake().minus(begun));
    visits.add(new Visited(id, begun, time.awake(), at));
    return new Touch(at, answer.apply(id), 1, Timings.NONE, Optional.empty());
  }
}
