package dev.upkeep.control.account;

import java.time.Instant;
import java.util.Optional;

/// What the provider says of a database that is kept, as the last look at the account found it.
///
/// @param state the provider's word; foreign text, may be empty
/// @param goneSince since when the account does not list it any more
/// @param counted whether its counters have counted touches
/// @param countedAt when a look could last tell that
/// @param at when the figures were asked for
/// @param requests commands of the UTC month
/// @param requestLimit commands that a month may have
/// @param storage bytes
/// @param storageLimit bytes
/// @param bandwidth bytes of the UTC month
public record ProviderFigures(
    String state,
    Optional<Instant> goneSince,
    Counted counted,
    Optional<Instant> countedAt,
    Optional<Instant> at,
    Optional<Long> requests,
    Optional<Long> requestLimit,
    Optional<Long> storage,
    Optional<Long> storageLimit,
    Optional<Long> bandwidth) {

  /// What the counters tell of touches.
  public enum Counted {
    COUNTED,
    /// They grow by more than touches account for.
    BY_OTHERS,
    NOT_COUNTED,
    UNKNOWN
  }
}
