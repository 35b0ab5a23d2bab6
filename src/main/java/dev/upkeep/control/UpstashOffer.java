package dev.upkeep.control;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What an Upstash account has, of which some or all may be added. Holds no credentials: those stay
/// with the agent, for a while.
///
/// @param id leads to the credentials
/// @param until when the agent forgets them
/// @param databases in the account's order
/// @param unreadable how many more there are that could not be understood
public record UpstashOffer(
    UUID id, Instant until, List<OfferedDatabase> databases, int unreadable) {
  public UpstashOffer {
    databases = List.copyOf(databases);
  }

  public UpstashOffer with(List<OfferedDatabase> other) {
    return new UpstashOffer(id, until, other, unreadable);
  }
}
