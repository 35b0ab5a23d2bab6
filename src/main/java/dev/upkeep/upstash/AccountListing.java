package dev.upkeep.upstash;

import java.util.List;

/// What an account has.
///
/// @param databases in the order of the answer, each once
/// @param unreadable how many entries could not be understood and are left out
public record AccountListing(List<AccountDatabase> databases, int unreadable) {
  public AccountListing {
    databases = List.copyOf(databases);
  }
}
