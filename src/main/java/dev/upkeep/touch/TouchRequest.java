package dev.upkeep.touch;

import dev.upkeep.database.Database;
import dev.upkeep.database.Secret;
import java.util.Optional;

/// Whom to visit, with what, and in whose name.
///
/// @param secret the password or token; empty for a database without one
/// @param label who we are in the stamp; see [Stamp#isLabel]
public record TouchRequest(Database database, Optional<Secret> secret, String label) {}
