package dev.upkeep.alert.rule;

import dev.upkeep.database.Database;
import java.util.UUID;

/// The database that something is said about, as it was called then.
///
/// @param name as foreign as any other text here
/// @param provider for people
public record AlertSubject(UUID id, String name, String host, String provider) {
  public static AlertSubject of(Database database) {
    return new AlertSubject(
        database.id(),
        database.name(),
        database.endpoint().host(),
        database.provider().displayName());
  }
}
