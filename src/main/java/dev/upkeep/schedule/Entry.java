package dev.upkeep.schedule;

import dev.upkeep.database.Pause;
import dev.upkeep.touch.Outcome;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// When one database is due, and why. Knows the rules of [NextTouch] and no queue.
final class Entry {
  private Plan plan;
  private Instant due;
  private FailureStreak standing;

  /// What the due time was counted from.
  private Instant base;

  private Entry(Plan plan, Instant due, FailureStreak standing, Instant base) {
    this.plan = plan;
    this.due = due;
    this.standing = standing;
    this.base = base;
  }

  /// A database that was never touched: due at once.
  static Entry fresh(Plan plan, Instant now) {
    return new Entry(plan, now, FailureStreak.GOOD, now);
  }

  /// A database that Upkeep knew before it was stopped.
  static Entry restored(Plan plan, Stored stored) {
    FailureStreak standing = new FailureStreak(stored.failures(), false);
    Instant base = stored.due().minus(NextTouch.delay(standing, plan.interval()));
    return new Entry(plan, stored.due(), standing, base);
  }

  UUID id() {
    return plan.id();
  }

  /// When it is due, whether or not it is paused then.
  Instant due() {
    return due;
  }

  /// When it will be touched: the due time, or the end of its pause if that is later; empty when it
  /// is paused until a person says otherwise.
  Optional<Instant> turn() {
    if (plan.paused().isEmpty()) {
      return Optional.of(due);
    }
    return switch (plan.paused().get()) {
      case Pause.Until(var end) -> Optional.of(end.isAfter(due) ? end : due);
      case Pause.UntilResumed() -> Optional.empty();
    };
  }

  boolean isDue(Instant now) {
    return turn().filter(turn -> !turn.isAfter(now)).isPresent();
  }

  /// Takes another interval or pause. What is overdue stays so, whatever the new interval.
  ///
  /// @return whether the due time changed
  boolean replan(Plan newPlan, Instant now, double draw) {
    boolean sameInterval = plan.interval().equals(newPlan.interval());
    plan = newPlan;
    if (sameInterval || !due.isAfter(now)) {
      return false;
    }
    due = NextTouch.after(base, standing, plan.interval(), draw);
    return true;
  }

  /// Becomes due now when the clock was set back: nobody knows how long ago its last touch was.
  ///
  /// @param setBack whether somebody has just seen that; one that happened before a start is seen
  ///   by the due time
  /// @return whether the due time changed
  boolean pullIn(Instant now, boolean setBack) {
    if (!due.isAfter(now)
        || (!setBack && !NextTouch.isTooFar(due, now, standing, plan.interval()))) {
      return false;
    }
    base = now;
    due = now;
    return true;
  }

  /// Becomes due now if all it was waiting for is a network.
  ///
  /// @return whether the due time changed
  boolean hurry(Instant now) {
    if (!standing.offline() || !due.isAfter(now)) {
      return false;
    }
    due = now;
    return true;
  }

  void touched(Outcome outcome, Instant now, double draw) {
    standing = standing.after(outcome);
    base = now;
    due = NextTouch.after(now, standing, plan.interval(), draw);
  }
}
