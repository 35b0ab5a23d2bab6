package dev.upkeep.history;

import dev.upkeep.touch.Stamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

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
/// @param stamps what touches found in the key that was not their own work: one for each label, the
///   one found last first, at most [#MOST_STAMPS]
public record DatabaseRecord(
    UUID database,
    Optional<RecordedTouch> last,
    Optional<RecordedTouch> lastProof,
    int failures,
    Optional<Instant> failingSince,
    Optional<Transition> lastTransition,
    Optional<Instant> nextDue,
    List<Stamp> stamps) {
  /// A server may claim a new label with each touch.
  static final int MOST_STAMPS = 4;

  public DatabaseRecord {
    stamps = List.copyOf(stamps);
  }

  /// A database of which nothing is known yet.
  public static DatabaseRecord unknown(UUID database) {
    return new DatabaseRecord(
        database,
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /// Who else has touched it, and when: the stamp found last that is not under this label.
  public Optional<Stamp> stampOfOthers(String label) {
    return stamps.stream().filter(stamp -> !stamp.label().equalsIgnoreCase(label)).findFirst();
  }

  /// After one more touch.
  public DatabaseRecord after(RecordedTouch touch) {
    boolean alive = touch.touch().alive();
    boolean failure = !alive && Coverage.speaks(touch.touch().outcome());
    return new DatabaseRecord(
        database,
        Optional.of(touch),
        touch.movesMargin() ? Optional.of(touch) : lastProof,
        alive ? 0 : failure ? failures + 1 : failures,
        alive
            ? Optional.empty()
            : failure ? failingSince.or(() -> Optional.of(touch.at())) : failingSince,
        lastTransition,
        Optional.of(touch.nextDue()),
        touch.previousStamp().filter(stamp -> !ours(stamp)).map(this::with).orElse(stamps));
  }

  /// Whether a touch of ours left it, under whatever label: its stamp says when it began.
  private boolean ours(Stamp stamp) {
    return Stream.concat(last.stream(), lastProof.stream())
        .anyMatch(touch -> touch.at().equals(stamp.at()));
  }

  private List<Stamp> with(Stamp found) {
    return Stream.concat(
            Stream.of(found), stamps.stream().filter(stamp -> !stamp.label().equals(found.label())))
        .limit(MOST_STAMPS)
        .toList();
  }

  public DatabaseRecord withNextDue(Instant due) {
    return new DatabaseRecord(
        database,
        last,
        lastProof,
        failures,
        failingSince,
        lastTransition,
        Optional.of(due),
        stamps);
  }

  public DatabaseRecord withTransition(Transition transition) {
    return new DatabaseRecord(
        database,
        last,
        lastProof,
        failures,
        failingSince,
        Optional.of(transition),
        nextDue,
        stamps);
  }

  /// With what a new file cannot have: who was seen while the old one was ours.
  public DatabaseRecord withStampsOf(DatabaseRecord other) {
    return other.stamps.isEmpty()
        ? this
        : new DatabaseRecord(
            database,
            last,
            lastProof,
            failures,
            failingSince,
            lastTransition,
            nextDue,
            other.stamps);
  }

  /// With the longer row of failures of the two: a new file has seen only the last.
  public DatabaseRecord withFailuresOf(DatabaseRecord other) {
    return other.failures <= failures
        ? this
        : new DatabaseRecord(
            database,
            last,
            lastProof,
            other.failures,
            other.failingSince,
            lastTransition,
            nextDue,
            stamps);
  }
}
