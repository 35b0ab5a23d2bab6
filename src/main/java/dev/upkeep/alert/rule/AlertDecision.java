package dev.upkeep.alert.rule;

import dev.upkeep.history.Announced;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What follows from one look at one database.
///
/// @param after what people count as having been told
/// @param tell what is to be told, in this order
/// @param withdraw events that are not to be told any more
public record AlertDecision(Announced after, List<Announcement> tell, Set<UUID> withdraw) {
  public AlertDecision {
    tell = List.copyOf(tell);
    withdraw = Set.copyOf(withdraw);
  }
}
