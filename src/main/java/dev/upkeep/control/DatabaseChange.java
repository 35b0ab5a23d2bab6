package dev.upkeep.control;

import dev.upkeep.database.Database;
import dev.upkeep.database.Secret;
import java.util.Optional;

/// What a database is to become.
///
/// @param database the whole definition; its id tells which one
/// @param secret a new password or token; empty keeps the one there is, if it may be kept
/// @param untested store it even if it cannot be touched
public record DatabaseChange(Database database, Optional<Secret> secret, boolean untested) {}
