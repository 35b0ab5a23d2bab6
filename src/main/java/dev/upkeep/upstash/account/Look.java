package dev.upkeep.upstash.account;

import dev.upkeep.upstash.AccountListing;
import dev.upkeep.upstash.AccountStats;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// One look at an account, and what is kept at that moment.
///
/// @param listing without credentials
/// @param stats by the account's id, of those that were asked for and told
/// @param keepNew whether a new database is to be kept without a question
public record Look(
    Instant at,
    AccountListing listing,
    Map<String, AccountStats> stats,
    List<Kept> kept,
    boolean keepNew) {
  public Look {
    stats = Map.copyOf(stats);
    kept = List.copyOf(kept);
  }

  /// A database that is kept at this provider.
  ///
  /// @param place its host; with a port where that is needed to tell one from another
  /// @param unresolved whether its name does not exist any more, as touches have found twice
  /// @param writes when touches began that wrote and read back, since the counters were looked at
  /// @param touches of any kind since then
  /// @param commands how many commands touches have sent this month, about
  public record Kept(
      UUID id,
      String name,
      String place,
      boolean unresolved,
      List<Instant> writes,
      long touches,
      long commands) {
    public Kept {
      writes = List.copyOf(writes);
    }
  }
}
