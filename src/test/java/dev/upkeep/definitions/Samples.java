package dev.upkeep.definitions;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Pause;
import dev.upkeep.database.Provider;
import dev.upkeep.database.TouchMode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Definitions for tests.
final class Samples {
  static final Database SHOP =
      Database.of(
          new UUID(0, 1),
          "shop",
          new Endpoint.Redis("shop.upstash.io", 6379, Optional.of("default"), true));

  /// Nothing in it is as it is by default.
  static final Database ODD =
      Database.of(
              new UUID(0, 2),
              "=1+1, \"Straße\" 🦊",
              new Endpoint.Rest(URI.create("https://odd.example/base")))
          .edit()
          .provider(Provider.REDIS_CLOUD)
          .window(Optional.of(Duration.ofDays(14)))
          .mode(TouchMode.READ)
          .key("app:keep")
          .caFile(Optional.of(Path.of("/etc/ssl/odd.pem").toAbsolutePath()))
          .interval(Optional.of(Duration.ofMinutes(90)))
          .paused(Optional.of(new Pause.Until(Instant.parse("2026-12-22T08:00:00Z"))))
          .secretReference(Optional.of("env:ODD_TOKEN"))
          .done();

  static final Database PLAIN =
      Database.of(new UUID(0, 3), "plain", new Endpoint.Redis("::1", 7000, Optional.empty(), false))
          .withPaused(Optional.of(new Pause.UntilResumed()));

  private Samples() {}

  static Definitions of(Database... databases) {
    return new Definitions(
        7, Settings.DEFAULT, List.of(databases), List.of(), UnknownMembers.NOTHING);
  }
}
