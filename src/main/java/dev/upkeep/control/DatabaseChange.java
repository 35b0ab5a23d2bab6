package dev.upkeep.control;

import dev.upkeep.database.Database;
import dev.upkeep.database.Secret;
import java.util.Optional;

/// What a database is to become.
///
/// @param database the whole definition; its id tells which one
/// @param secret a new password or token; empty keeps the one there is, if it may be kept
/// @param untested store it even if it cannot be touched
/// @param seen the definition that the change was made of: only what differs from it is changed, so
///   that what others have changed meanwhile is kept. Empty for the definition as it is when the
///   change arrives
public record DatabaseChange(
    Database database, Optional<Secret> secret, boolean untested, Optional<Database> seen) {

  /// A change of the definition as it is when the change arrives.
  public DatabaseChange(Database database, Optional<Secret> secret, boolean untested) {
    this(database, secret, untested, Optional.empty());
  }

  /// The same with another outcome.
  public DatabaseChange to(Database other) {
    return new DatabaseChange(other, secret, untested, seen);
  }
}
