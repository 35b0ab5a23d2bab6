package dev.upkeep.deploy;

import dev.upkeep.database.Database;
import java.util.Optional;

/// A database that is to be touched elsewhere.
///
/// @param certificates the text of its CA file, which has to come along; only certificates of it
///   are used
public record DeployedDatabase(Database database, Optional<String> certificates) {}
