package dev.upkeep.control;

import dev.upkeep.database.Database;
import dev.upkeep.database.Secret;
import java.util.Optional;

/// A database to be added.
///
/// @param database its definition; the name may still collide, the id must be new
/// @param secret the password or token; empty for a database without one, or with a reference
/// @param untested store it even if it cannot be touched
public record NewDatabase(Database database, Optional<Secret> secret, boolean untested) {}
