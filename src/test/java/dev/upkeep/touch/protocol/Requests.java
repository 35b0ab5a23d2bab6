package dev.upkeep.touch.protocol;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.touch.RungListener;
import dev.upkeep.touch.TouchRequest;
import dev.upkeep.touch.conversation.Attempt;
import dev.upkeep.touch.conversation.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// Requests and attempts for tests.
public final class Requests {
  public static final Instant NOW = Instant.parse("2026-05-04T12:00:00.123Z");
  public static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");

  private Requests() {}

  public static TouchRequest to(int port, Optional<String> password) {
    return to(new Endpoint.Redis("127.0.0.1", port, Optional.of("default"), false), password);
  }

  public static TouchRequest to(Endpoint endpoint, Optional<String> secret) {
    return of(Database.of(ID, "shop", endpoint), secret);
  }

  public static TouchRequest of(Database database, Optional<String> secret) {
    return new TouchRequest(database, secret.map(Secret::of), "laptop");
  }

  public static Attempt attempt(TouchRequest request) {
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
