package dev.upkeep.alert.rule;

import dev.upkeep.database.Margin;
import dev.upkeep.history.DatabaseRecord;
import dev.upkeep.history.Health;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Topic;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// How one database is doing at one moment, as far as it matters to people.
///
/// @param window how long it may rest, where that is known
/// @param health PAUSED also stands for a schedule that rests
/// @param unresolved how many touches in a row found that its name does not exist
/// @param catchUpPending that a touch is overdue and about to be made, so that it is too early to
///   say anything
/// @param overdue that a touch is overdue and is not being made
/// @param awakeSince when this computer, or this agent, last began to run
/// @param untold what was decided and has not left for anybody yet
public record Situation(
    AlertSubject subject,
    Optional<Duration> window,
    Health health,
    DatabaseRecord standing,
    int unresolved,
    boolean catchUpPending,
    boolean overdue,
    Instant awakeSince,
    List<Untold> untold) {
  public Situation {
    untold = List.copyOf(untold);
  }

  /// An event that still waits on every channel it was meant for.
  public record Untold(UUID event, Topic topic, Instant created) {}

  Margin margin() {
    return Margin.of(lastProof(), window);
  }

  Optional<Instant> lastProof() {
    return standing.provenAt();
  }

  Optional<Outcome> last() {
    return standing.last().map(touch -> touch.touch().outcome());
  }

  boolean alive() {
    return last().filter(Outcome.Alive.class::isInstance).isPresent();
  }

  /// It answers, but there is no room in it to write.
  boolean full() {
    return last().orElse(null) instanceof Outcome.Alive alive && alive.full();
  }

  /// Alive in a way that begins the window anew.
  boolean proving() {
    return standing
        .last()
        .flatMap(RecordedTouch::evidence)
        .filter(Evidence::movesMargin)
        .isPresent();
  }

  boolean offline() {
    return last().orElse(null) instanceof Outcome.Skipped(var reason, _)
        && reason == Outcome.Skipped.Reason.OFFLINE;
  }

  Optional<Outcome.Failed> failed() {
    return last()
        .flatMap(
            last -> last instanceof Outcome.Failed failed ? Optional.of(failed) : Optional.empty());
  }

  /// The last touch failed in a way that says something about the database.
  boolean failing() {
    return failed().filter(failed -> !isOurs(failed.kind())).isPresent();
  }

  /// The last touch failed before it could leave this computer.
  boolean hindered() {
    return failed().filter(failed -> isOurs(failed.kind())).isPresent();
  }

  boolean locked() {
    return failed().filter(failed -> failed.kind() == FailureKind.SECRET).isPresent();
  }

  private static boolean isOurs(FailureKind kind) {
    return kind == FailureKind.SECRET || kind == FailureKind.INTERNAL;
  }
}
