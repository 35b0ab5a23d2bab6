package dev.upkeep.alert.rule;

import dev.upkeep.database.Database;
import java.util.UUID;

/// The database that something is said about, as it was called then.
///
/// @param name as foreign as any other text here
/// @param provider for people
public record Subject(UUID id, String name, String host, String provider) {
  public static Subject of(Database database) {
    return new Subject(
        database.id(),
        database.name(),
        database.endpoint().host(),
        database.provider().displayName());
  }
}
