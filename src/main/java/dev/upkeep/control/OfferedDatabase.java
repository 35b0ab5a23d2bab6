package dev.upkeep.control;

import java.util.Optional;

/// A database that an account has.
///
/// @param id the account's own, for [AgentApi#addUpstash]
/// @param name the account's; not unique
/// @param address `host:port`
/// @param region where its primary is; may be empty
/// @param hasCredentials whether the account has told how to get in
/// @param keptAs the name under which this database is kept already
public record OfferedDatabase(
    String id,
    String name,
    String address,
    String region,
    State state,
    Plan plan,
    boolean hasCredentials,
    Optional<String> keptAs) {

  /// Whether it serves, in the provider's words.
  public enum State {
    ACTIVE,
    SUSPENDED,
    PASSIVE,
    UNKNOWN
  }

  /// Whether it is paid for. Only free databases are known to be archived for inactivity.
  public enum Plan {
    FREE,
    PAID,
    UNKNOWN
  }

  /// Whether there is anything to add, and a way in.
  public boolean addable() {
    return hasCredentials && keptAs.isEmpty();
  }

  /// Whether it belongs to "all": what rests would only fail its test.
  public boolean wanted() {
    return addable() && state != State.SUSPENDED;
  }
}
