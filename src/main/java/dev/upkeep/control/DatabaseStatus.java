package dev.upkeep.control;

import dev.upkeep.control.account.ProviderFigures;
import dev.upkeep.database.Database;
import dev.upkeep.database.Margin;
import dev.upkeep.history.Health;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.touch.CertificateTerm;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Stamp;
import java.time.Instant;
import java.util.Optional;

/// One database and how it is doing. Holds no secret.
///
/// @param running whether it is being touched at this moment
/// @param nextDue when it is touched next; empty while it is paused
/// @param lastVerified when the last touch began that moved the margin, be it by reading only
/// @param last the latest touch
/// @param failures touches in a row that have failed
/// @param warning what is unwise about its definition, as a sentence
/// @param alsoKept which other machine touches it too, and when it was last seen to; foreign text
/// @param lastWrite when the last touch began that wrote, and read back what it had written
/// @param certificate how long the certificate is valid that a touch accepted last
/// @param server what the server said last that it is; foreign text
/// @param figures what the provider says of it, where its account is linked
public record DatabaseStatus(
    Database database,
    Health health,
    boolean running,
    Optional<Instant> nextDue,
    Optional<Instant> lastVerified,
    Optional<RecordedTouch> last,
    int failures,
    Optional<String> warning,
    Optional<Stamp> alsoKept,
    Optional<Instant> lastWrite,
    Optional<CertificateTerm> certificate,
    Optional<String> server,
    Optional<ProviderFigures> figures) {

  /// A database whose server has shown no certificate.
  public DatabaseStatus(
      Database database,
      Health health,
      boolean running,
      Optional<Instant> nextDue,
      Optional<Instant> lastVerified,
      Optional<RecordedTouch> last,
      int failures,
      Optional<String> warning,
      Optional<Stamp> alsoKept,
      Optional<Instant> lastWrite) {
    this(
        database,
        health,
        running,
        nextDue,
        lastVerified,
        last,
        failures,
        warning,
        alsoKept,
        lastWrite,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// Whether it came with an import, which brings no secrets, and has been paused since then.
  public boolean isImported() {
    boolean untouched = last.isEmpty() && lastVerified.isEmpty();
    return untouched && database.paused().isPresent() && database.secretReference().isEmpty();
  }

  /// Whether it waits for its secret: nobody has given it one yet, or the store has none for it.
  public boolean awaitsSecret() {
    boolean missed =
        last.filter(touch ->
                touch.touch().outcome() instanceof Outcome.Failed failed
                    && failed.kind() == FailureKind.SECRET)
            .isPresent();
    return isImported() || (missed && database.secretReference().isEmpty());
  }

  /// Whether it is full: it answers, but nobody can write to it.
  public boolean full() {
    return last.filter(
            touch -> touch.touch().outcome() instanceof Outcome.Alive alive && alive.full())
        .isPresent();
  }

  /// The same while it is being touched.
  public DatabaseStatus whileRunning() {
    return new DatabaseStatus(
        database,
        health,
        true,
        nextDue,
        lastVerified,
        last,
        failures,
        warning,
        alsoKept,
        lastWrite,
        certificate,
        server,
        figures);
  }

  /// How long it is still safe.
  public Margin margin() {
    return Margin.of(lastVerified, database.effectiveWindow());
  }
}
