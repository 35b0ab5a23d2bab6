package dev.upkeep.history;

import dev.upkeep.touch.CertificateTerm;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.ServerFacts;
import dev.upkeep.touch.Stamp;
import dev.upkeep.touch.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
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
/// @param proofBy by when the last proof was there at the latest, if its own time cannot be: the
///   clock that gave it was ahead
/// @param lastWrite when the last touch began that wrote and read back what it wrote
/// @param certificate how long the certificate is valid that a touch accepted last
/// @param server what the server said last that it is, by product and version
public record DatabaseRecord(
    UUID database,
    Optional<RecordedTouch> last,
    Optional<RecordedTouch> lastProof,
    int failures,
    Optional<Instant> failingSince,
    Optional<Transition> lastTransition,
    Optional<Instant> nextDue,
    List<Stamp> stamps,
    Optional<Instant> proofBy,
    Optional<Instant> lastWrite,
    Optional<CertificateTerm> certificate,
    Optional<String> server) {
  /// A server may claim a new label with each touch.
  static final int MOST_STAMPS = 4;

  /// Clocks are set by seconds all the time.
  private static final Duration UNEVEN = Duration.ofSeconds(30);

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
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// When the last touch began that began the provider's window anew, as far as that can be.
  public Optional<Instant> provenAt() {
    return lastProof
        .map(RecordedTouch::at)
        .map(at -> proofBy.filter(by -> by.isBefore(at)).orElse(at));
  }

  /// Who else has touched it, and when: the stamp found last that is not under this label.
  public Optional<Stamp> stampOfOthers(String label) {
    return stamps.stream().filter(stamp -> !stamp.label().equalsIgnoreCase(label)).findFirst();
  }

  /// After one more touch.
  public DatabaseRecord after(RecordedTouch touch) {
    boolean alive = touch.touch().alive();
    boolean failure = !alive && Coverage.speaks(touch.touch().outcome());
    Draft draft = new Draft();
    draft.last = Optional.of(touch);
    draft.nextDue = Optional.of(touch.nextDue());
    draft.stamps =
        touch.previousStamp().filter(stamp -> !ours(stamp)).map(this::with).orElse(stamps);
    if (touch.movesMargin()) {
      draft.lastProof = Optional.of(touch);
      draft.proofBy = Optional.empty();
    }
    if (touch.evidence().filter(Evidence.WRITE::equals).isPresent()) {
      draft.lastWrite = Optional.of(touch.at());
    }
    if (alive) {
      draft.failures = 0;
      draft.failingSince = Optional.empty();
    } else if (failure) {
      draft.failures++;
      draft.failingSince = failingSince.or(() -> Optional.of(touch.at()));
    }
    return draft.done();
  }

  /// With what a touch has seen of the server besides.
  public DatabaseRecord seeing(Touch touch) {
    Draft draft = new Draft();
    Optional<CertificateTerm> accepted = CertificateTerm.acceptedBy(touch);
    // Without TLS there is none any more; a failure says nothing.
    draft.certificate = accepted.isPresent() || touch.alive() ? accepted : certificate;
    draft.server = touch.server().map(ServerFacts::name).or(() -> server);
    return draft.done();
  }

  /// With nothing that has yet to come: what a clock that was ahead has dated counts from now. What
  /// is right stays as it is, as the same object.
  public DatabaseRecord asOf(Instant now) {
    Instant latest = now.plus(UNEVEN);
    Predicate<Instant> wrong = at -> at.isAfter(latest);
    if (Stream.of(provenAt(), failingSince, lastWrite).flatMap(Optional::stream).noneMatch(wrong)) {
      return this;
    }
    Draft draft = new Draft();
    if (provenAt().filter(wrong).isPresent()) {
      draft.proofBy = Optional.of(now);
    }
    draft.failingSince = failingSince.map(at -> wrong.test(at) ? now : at);
    draft.lastWrite = lastWrite.map(at -> wrong.test(at) ? now : at);
    return draft.done();
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
    Draft draft = new Draft();
    draft.nextDue = Optional.of(due);
    return draft.done();
  }

  public DatabaseRecord withTransition(Transition transition) {
    Draft draft = new Draft();
    draft.lastTransition = Optional.of(transition);
    return draft.done();
  }

  /// With what a new file cannot have: who was seen while the old one was ours, and what of the
  /// touches before.
  public DatabaseRecord withMemoryOf(DatabaseRecord other) {
    Draft draft = new Draft();
    if (!other.stamps.isEmpty()) {
      draft.stamps = other.stamps;
    }
    if (lastProof.map(RecordedTouch::at).equals(other.lastProof.map(RecordedTouch::at))) {
      draft.proofBy = proofBy.or(other::proofBy);
    }
    draft.lastWrite = lastWrite.or(other::lastWrite);
    draft.certificate = other.certificate.or(() -> certificate);
    draft.server = other.server.or(() -> server);
    return draft.done();
  }

  /// With the longer row of failures of the two: a new file has seen only the last.
  public DatabaseRecord withFailuresOf(DatabaseRecord other) {
    if (other.failures <= failures) {
      return this;
    }
    Draft draft = new Draft();
    draft.failures = other.failures;
    draft.failingSince = other.failingSince;
    return draft.done();
  }

  /// A copy that differs.
  private final class Draft {
    private Optional<RecordedTouch> last = DatabaseRecord.this.last;
    private Optional<RecordedTouch> lastProof = DatabaseRecord.this.lastProof;
    private int failures = DatabaseRecord.this.failures;
    private Optional<Instant> failingSince = DatabaseRecord.this.failingSince;
    private Optional<Transition> lastTransition = DatabaseRecord.this.lastTransition;
    private Optional<Instant> nextDue = DatabaseRecord.this.nextDue;
    private List<Stamp> stamps = DatabaseRecord.this.stamps;
    private Optional<Instant> proofBy = DatabaseRecord.this.proofBy;
    private Optional<Instant> lastWrite = DatabaseRecord.this.lastWrite;
    private Optional<CertificateTerm> certificate = DatabaseRecord.this.certificate;
    private Optional<String> server = DatabaseRecord.this.server;

    private DatabaseRecord done() {
      return new DatabaseRecord(
          database,
          last,
          lastProof,
          failures,
          failingSince,
          lastTransition,
          nextDue,
          stamps,
          proofBy,
          lastWrite,
          certificate,
          server);
    }
  }
}
