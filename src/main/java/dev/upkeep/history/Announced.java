package dev.upkeep.history;

import dev.upkeep.database.Margin;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What people were told about one database, so that nothing is told twice and every alarm is
/// called off. What may be told is decided elsewhere.
///
/// @param snoozedUntil until when a person wants no reminders
public record Announced(
    UUID database,
    Optional<Outage> outage,
    Optional<Melted> margin,
    Optional<Locked> secret,
    Optional<Instant> snoozedUntil,
    Optional<Expiring> certificate) {

  /// Nothing was told yet, or all of it is over.
  public static Announced nothing(UUID database) {
    return new Announced(
        database,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public boolean isNothing() {
    return equals(nothing(database));
  }

  public Announced withOutage(Optional<Outage> newOutage) {
    return new Announced(database, newOutage, margin, secret, snoozedUntil, certificate);
  }

  public Announced withMargin(Optional<Melted> newMargin) {
    return new Announced(database, outage, newMargin, secret, snoozedUntil, certificate);
  }

  public Announced withSecret(Optional<Locked> newSecret) {
    return new Announced(database, outage, margin, newSecret, snoozedUntil, certificate);
  }

  public Announced withSnooze(Optional<Instant> newEnd) {
    return new Announced(database, outage, margin, secret, newEnd, certificate);
  }

  public Announced withCertificate(Optional<Expiring> newCertificate) {
    return new Announced(database, outage, margin, secret, snoozedUntil, newCertificate);
  }

  /// Something that was announced and has not been called off.
  ///
  /// @param said what it was announced as, one or several of DOWN, CREDENTIALS, ARCHIVED, MARGIN
  /// @param since when it began, which is earlier than when it was announced
  /// @param opened when it was first announced
  /// @param event that first announcement
  /// @param told when it was last spoken of
  /// @param reminders sent so far
  /// @param recovery that it is over, as long as a relapse would still be the same outage
  public record Outage(
      Set<Topic> said,
      Instant since,
      Instant opened,
      UUID event,
      Instant told,
      int reminders,
      Optional<Recovery> recovery) {
    public Outage {
      said = Collections.unmodifiableSet(EnumSet.copyOf(said));
    }

    /// Announced for one more reason.
    public Outage saying(Topic topic, Instant at) {
      EnumSet<Topic> all = EnumSet.copyOf(said);
      all.add(topic);
      return new Outage(all, since, opened, event, at, reminders, recovery);
    }

    /// Spoken of again.
    public Outage reminded(Instant at, int newReminders) {
      return new Outage(said, since, opened, event, at, newReminders, recovery);
    }

    public Outage withRecovery(Optional<Recovery> newRecovery) {
      return new Outage(said, since, opened, event, told, reminders, newRecovery);
    }
  }

  /// The end of an outage.
  public record Recovery(Instant at, UUID event) {}

  /// The lowest level of a margin that was told.
  ///
  /// @param proof the touch that the margin was counted from; after another one it is a new margin
  public record Melted(Instant proof, Margin.Level level) {}

  /// A certificate that runs out.
  ///
  /// @param until its last instant; with another one it is another certificate
  /// @param told how many of its thresholds were told, or passed by
  public record Expiring(Instant until, int told) {}

  /// A credential that cannot be had.
  ///
  /// @param since when that came up
  /// @param told whether people know
  public record Locked(Instant since, boolean told) {}
}
