package dev.upkeep.control.account;

import dev.upkeep.database.Secret;

/// An account that is to be looked at from now on.
///
/// @param probe whether to find out what the key may do; see
///   `src/docs/decisions/0090-what-a-key-may-do.md`
/// @param keepNew whether a new free database is kept without a question
public record LinkRequest(String email, Secret secret, boolean probe, boolean keepNew) {
  /// Without the address, which is nobody's business in a log.
  @Override
  public String toString() {
    return "LinkRequest[probe=" + probe + ", keepNew=" + keepNew + "]";
  }
}
