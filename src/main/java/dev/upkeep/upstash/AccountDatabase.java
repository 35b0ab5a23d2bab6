package dev.upkeep.upstash;

import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import java.util.Locale;
import java.util.Optional;

/// A database as the account has it.
///
/// @param id the vendor's own
/// @param name fit to be shown, see [dev.upkeep.database.DatabaseName]; not unique
/// @param region where its primary is; may be empty
/// @param address where it answers over the Redis protocol, as its user `default`
/// @param access how to get in; empty when the account does not tell, as for a team's database
///   whose credentials its member may not see, or where nobody asked for it
/// @param facts what else is told of it
public record AccountDatabase(
    String id,
    String name,
    String region,
    State state,
    Plan plan,
    Endpoint.Redis address,
    Optional<Access> access,
    Facts facts) {

  /// One of which nothing else is told.
  public AccountDatabase(
      String id,
      String name,
      String region,
      State state,
      Plan plan,
      Endpoint.Redis address,
      Optional<Access> access) {
    this(id, name, region, state, plan, address, access, Facts.of(state));
  }

  /// In the account's own figures; a limit that is absent, or none, is empty.
  ///
  /// @param stateWord the state in the provider's word, fit to be shown
  /// @param requestLimit commands a month
  /// @param memoryLimit bytes
  /// @param diskLimit bytes
  public record Facts(
      String stateWord,
      Optional<Long> requestLimit,
      Optional<Long> memoryLimit,
      Optional<Long> diskLimit) {
    static Facts of(State state) {
      return new Facts(
          state == State.UNKNOWN ? "" : state.name().toLowerCase(Locale.ROOT),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /// Whether it serves.
  public enum State {
    ACTIVE,
    SUSPENDED,
    PASSIVE,
    /// The account does not say, or a word that is not documented.
    UNKNOWN
  }

  /// What is paid for it. Only free databases are known to be archived for inactivity.
  public enum Plan {
    FREE,
    PAID,
    UNKNOWN
  }

  /// Where to get in, and with what.
  ///
  /// @param endpoint over REST where there is a token but no password
  public record Access(Endpoint endpoint, Secret secret) {}
}
