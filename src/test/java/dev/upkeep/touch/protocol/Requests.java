package dev.upkeep.touch.protocol;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.touch.RungListener;
import dev.upkeep.touch.TouchRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// Requests and attempts for tests.
final class Requests {
  static final Instant NOW = Instant.parse("2026-05-04T12:00:00.123Z");
  static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");

  private Requests() {}

  static TouchRequest to(int port, Optional<String> password) {
    return to(new Endpoint.Redis("127.0.0.1", port, Optional.of("default"), false), password);
  }

  static TouchRequest to(Endpoint endpoint, Optional<String> secret) {
    return of(Database.of(ID, "shop", endpoint), secret);
  }

  static TouchRequest of(Database database, Optional<String> secret) {
    return new TouchRequest(database, secret.map(Secret::of), "laptop");
  }

  static Attempt attempt(TouchRequest request) {
    return new Attempt(
        request,
        NOW,
        Deadline.in(Duration.ofSeconds(30)),
        Attempt.Pace.PIPELINED,
        RungListener.NONE);
  }

  /// What another keeper wrote when yesterday began, by the clock of this computer.
  static String yesterday() {
    return Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(1)) + " elsewhere";
  }
}
