package dev.upkeep.control;

import dev.upkeep.database.Database;
import dev.upkeep.database.Secret;
import java.util.Optional;
import java.util.UUID;

/// What a diagnosis visits: a database as it is stored, or as somebody is about to store it.
public sealed interface Subject {
  /// A stored one, with the secret that is stored for it.
  record Stored(UUID id) implements Subject {}

  /// One that nobody has stored yet.
  ///
  /// @param database its definition; the id does not count
  /// @param secret the password or token; empty for a database without one, or with a reference
  record Fresh(Database database, Optional<Secret> secret) implements Subject {}

  /// A stored one as it is to become.
  ///
  /// @param database the whole definition; its id tells which one
  /// @param secret a new password or token; empty for the one there is, if this is not another
  ///   place
  record Changed(Database database, Optional<Secret> secret) implements Subject {}
}
