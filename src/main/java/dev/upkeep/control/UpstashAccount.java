package dev.upkeep.control;

import dev.upkeep.database.Secret;

/// Whose databases to list.
///
/// @param email of the account's owner
/// @param apiKey of the Developer API; it could delete databases, so it is used once and not kept
public record UpstashAccount(String email, Secret apiKey) {
  /// Without the address, which is nobody's business in a log.
  @Override
  public String toString() {
    return "UpstashAccount[" + apiKey + "]";
  }
}
