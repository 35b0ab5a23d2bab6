package dev.upkeep.database;

import java.util.Optional;

/// That an endpoint is a Redis Sentinel, which is asked where the database is at each touch. It has
/// users and passwords of its own: the database's is never sent to it.
///
/// @param master what the Sentinel calls the database
/// @param user the ACL user of the Sentinel; empty sends its password alone
/// @param secret where the Sentinel's password is to be had, `env:NAME` or `file:/path`; empty for
///   a Sentinel without one
public record Sentinel(String master, Optional<String> user, Optional<String> secret) {
  /// The same without its password's reference.
  public Sentinel withoutSecret() {
    return new Sentinel(master, user, Optional.empty());
  }
}
