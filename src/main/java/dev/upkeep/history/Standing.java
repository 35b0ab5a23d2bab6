package dev.upkeep.history;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Where a database stands after everything recorded so far: what a start needs to go on as if it
/// had never stopped.
///
/// @param last the touch recorded last
/// @param lastProof the touch recorded last that began the provider's window anew; kept however old
/// @param failures touches that failed since the last one that succeeded. Skipped touches, and
///   failures that say nothing about the database (SECRET, INTERNAL), neither count nor end the
///   row.
/// @param failingSince when the first of them began
/// @param nextDue when it is to be touched next
public record Standing(
    UUID database,
    Optional<RecordedTouch> last,
    Optional<RecordedTouch> lastProof,
    int failures,
    Optional<Instant> failingSince,
    Optional<Transition> lastTransition,
    Optional<Instant> nextDue) {

  static Standing unknown(UUID database) {
    return new Standing(
        database,
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// After one more touch.
  Standing after(RecordedTouch touch) {
    boolean alive = touch.touch().alive();
    boolean failure = !alive && Vouch.speaks(touch.touch().outcome());
    return new Standing(
        database,
        Optional.of(touch),
        touch.movesMargin() ? Optional.of(touch) : lastProof,
        alive ? 0 : failure ? failures + 1 : failures,
        alive
            ? Optional.empty()
            : failure ? failingSince.or(() -> Optional.of(touch.at())) : failingSince,
        lastTransition,
        Optional.of(touch.nextDue()));
  }

  Standing withNextDue(Instant due) {
    return new Standing(
        database, last, lastProof, failures, failingSince, lastTransition, Optional.of(due));
  }

  Standing withTransition(Transition transition) {
    return new Standing(
        database, last, lastProof, failures, failingSince, Optional.of(transition), nextDue);
  }

  /// With the longer row of failures of the two: a new file has seen only the last.
  Standing withFailuresOf(Standing other) {
    return other.failures <= failures
        ? this
        : new Standing(
            database, last, lastProof, other.failures, other.failingSince, lastTransition, nextDue);
  }
}
