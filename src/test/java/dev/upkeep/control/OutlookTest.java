package dev.upkeep.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.Outlook.Fate;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.history.Health;
import dev.upkeep.testing.StatusBuilder;
import dev.upkeep.touch.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class OutlookTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final Optional<Instant> FORTNIGHT = Optional.of(NOW.plus(Duration.ofDays(14)));

  /// A database of Upstash, which lets it rest for 30 days.
  private static DatabaseStatus verified(String name, Duration ago, boolean elsewhere) {
    Database database =
        Database.of(
            UUID.randomUUID(),
            name,
            new Endpoint.Redis("h.upstash.io", 6379, Optional.empty(), true));
    StatusBuilder status = StatusBuilder.of(database).health(Health.ALIVE);
    if (!ago.isNegative()) {
      status.lastVerified(NOW.minus(ago));
    }
    if (elsewhere) {
      status.alsoKept(new Stamp(NOW, "github-actions"));
    }
    return status.done();
  }

  private static final DatabaseStatus FRESH = verified("fresh", Duration.ofDays(1), false);
  private static final DatabaseStatus OLD = verified("old", Duration.ofDays(20), false);
  private static final DatabaseStatus PASSED = verified("passed", Duration.ofDays(31), false);
  private static final DatabaseStatus SHARED = verified("shared", Duration.ofDays(25), true);
  private static final DatabaseStatus NEW = verified("new", Duration.ofDays(-1), false);
  private static final List<DatabaseStatus> ALL = List.of(FRESH, OLD, PASSED, SHARED, NEW);

  private static List<String> names(Outlook outlook, Fate fate) {
    return outlook.of(fate).stream().map(entry -> entry.status().database().name()).toList();
  }

  @Test
  void deadlines_within_the_time_are_in_danger_the_nearest_first() {
    Outlook outlook = Outlook.of(ALL, FORTNIGHT);

    assertThat(names(outlook, Fate.ENDANGERED)).containsExactly("passed", "old");
    assertThat(names(outlook, Fate.UNKNOWN)).containsExactly("new");
    assertThat(names(outlook, Fate.KEPT_ELSEWHERE)).containsExactly("shared");
    assertThat(names(outlook, Fate.SAFE)).containsExactly("fresh");
    assertThat(outlook.entries().stream().map(entry -> entry.status().database().name()))
        .containsExactly("passed", "old", "new", "shared", "fresh");
  }

  @Test
  void for_ever_nothing_is_safe_that_nobody_else_keeps() {
    Outlook outlook = Outlook.of(ALL, Optional.empty());

    assertThat(names(outlook, Fate.ENDANGERED)).containsExactly("passed", "old", "fresh");
    assertThat(names(outlook, Fate.SAFE)).isEmpty();
    assertThat(names(outlook, Fate.KEPT_ELSEWHERE)).containsExactly("shared");
  }

  @Test
  void a_deadline_at_the_very_moment_of_the_return_is_too_late() {
    Instant deadline = NOW.plus(Duration.ofDays(10));

    assertThat(names(Outlook.of(List.of(OLD), Optional.of(deadline)), Fate.ENDANGERED))
        .containsExactly("old");
    assertThat(names(Outlook.of(List.of(OLD), Optional.of(deadline.minusSeconds(1))), Fate.SAFE))
        .containsExactly("old");
  }
}
