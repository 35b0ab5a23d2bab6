package dev.upkeep.upstash.account;

import dev.upkeep.upstash.AccountDatabase;
import dev.upkeep.upstash.AccountDatabase.Plan;
import dev.upkeep.upstash.AccountStats;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What is remembered of one database of an account.
///
/// @param place its host; with a port where that is needed to tell one from another
/// @param state the provider's word
/// @param keptAs the database of ours that it was at the last look
/// @param ignored that a person wants to hear nothing of it
/// @param toldState the state of which people know, while it is not active
/// @param missingSince the first look in a row that did not find it
/// @param goneTold whether people know that
public record AccountEntry(
    String name,
    String place,
    String state,
    Plan plan,
    Optional<UUID> keptAs,
    boolean ignored,
    String toldState,
    Optional<Instant> missingSince,
    boolean goneTold,
    CountMemory counts,
    Optional<QuotaRule.Told> quota,
    Optional<Figures> figures) {

  /// What was counted when it was looked at.
  ///
  /// @param requests commands of the month
  /// @param requestLimit commands that a month may have
  /// @param storage bytes
  /// @param bandwidth bytes of the month
  public record Figures(
      Instant at,
      Optional<Long> requests,
      Optional<Long> requestLimit,
      Optional<Long> storage,
      Optional<Long> storageLimit,
      Optional<Long> bandwidth) {
    static Figures of(Instant at, AccountDatabase database, AccountStats stats) {
      Optional<Long> sum =
          stats.monthReads().flatMap(reads -> stats.monthWrites().map(writes -> reads + writes));
      return new Figures(
          at,
          stats.monthRequests().or(() -> sum),
          database
              .facts()
              .requestLimit()
              .or(() ->
                  database.plan() == Plan.FREE
                      ? Optional.of(QuotaRule.FREE_REQUESTS)
                      : Optional.empty()),
          stats.storage(),
          database.facts().diskLimit().or(database.facts()::memoryLimit),
          stats.monthBandwidth());
    }
  }

  /// One that is seen for the first time.
  static AccountEntry of(AccountDatabase database, String place, Optional<UUID> keptAs) {
    return new AccountEntry(
        database.name(),
        place,
        database.facts().stateWord(),
        database.plan(),
        keptAs,
        false,
        "",
        Optional.empty(),
        false,
        CountMemory.NONE,
        Optional.empty(),
        Optional.empty());
  }

  /// Seen again. One that a person has removed is one that nobody need ask about.
  AccountEntry seen(AccountDatabase database, String newPlace, Optional<UUID> nowKeptAs) {
    boolean other = nowKeptAs.isPresent() && !nowKeptAs.equals(keptAs);
    return new AccountEntry(
        database.name(),
        newPlace,
        database.facts().stateWord(),
        database.plan(),
        nowKeptAs,
        nowKeptAs.isEmpty() && (ignored || keptAs.isPresent()),
        toldState,
        Optional.empty(),
        false,
        other ? CountMemory.NONE : counts,
        quota,
        figures);
  }

  AccountEntry withToldState(String word) {
    return new AccountEntry(
        name,
        place,
        state,
        plan,
        keptAs,
        ignored,
        word,
        missingSince,
        goneTold,
        counts,
        quota,
        figures);
  }

  AccountEntry missing(Instant since, boolean told) {
    return new AccountEntry(
        name,
        place,
        state,
        plan,
        keptAs,
        ignored,
        toldState,
        Optional.of(since),
        told,
        counts,
        quota,
        figures);
  }

  AccountEntry counted(
      CountMemory newCounts, Optional<QuotaRule.Told> newQuota, Optional<Figures> newFigures) {
    return new AccountEntry(
        name,
        place,
        state,
        plan,
        keptAs,
        ignored,
        toldState,
        missingSince,
        goneTold,
        newCounts,
        newQuota,
        newFigures);
  }

  AccountEntry withIgnored() {
    return new AccountEntry(
        name,
        place,
        state,
        plan,
        keptAs,
        true,
        toldState,
        missingSince,
        goneTold,
        counts,
        quota,
        figures);
  }
}
