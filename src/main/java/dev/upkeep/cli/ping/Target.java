package dev.upkeep.cli.ping;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.database.paste.ConnectionText.Tls;
import java.util.Optional;

/// One database that a command was told to visit.
///
/// @param origin where it came from: a variable's name, or "standard input"
/// @param tls whether the text says if the connection is encrypted
public record Target(Database database, Optional<Secret> secret, String origin, Tls tls) {
  /// One of which nothing is left open.
  public Target(Database database, Optional<Secret> secret, String origin) {
    this(database, secret, origin, Tls.SAID);
  }

  Target withTls(boolean encrypted) {
    Endpoint endpoint =
        database.endpoint() instanceof Endpoint.Redis redis
            ? new Endpoint.Redis(redis.host(), redis.port(), redis.user(), encrypted)
            : database.endpoint();
    return new Target(database.edit().endpoint(endpoint).done(), secret, origin, Tls.SAID);
  }
}
