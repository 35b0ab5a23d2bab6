package dev.upkeep.cli.ping;

import dev.upkeep.database.Database;
import dev.upkeep.database.Secret;
import java.util.Optional;

/// One database that a command was told to visit.
///
/// @param origin where it came from: a variable's name, or "standard input"
public record Target(Database database, Optional<Secret> secret, String origin) {}
