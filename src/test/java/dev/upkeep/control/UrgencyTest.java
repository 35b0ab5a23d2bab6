package dev.upkeep.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Pause;
import dev.upkeep.history.Health;
import dev.upkeep.testing.StatusBuilder;
import dev.upkeep.testing.Statuses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class UrgencyTest {
  private static final Instant NOW = Statuses.NOW;

  private static List<String> names(List<DatabaseStatus> databases) {
    return databases.stream().map(status -> status.database().name()).toList();
  }

  /// Never proven to be alive, and its name does not resolve.
  private static DatabaseStatus never(String name, Health health) {
    DatabaseStatus failing = Statuses.failing(name, health, 3);
    return StatusBuilder.like(failing).lastVerified(Optional.empty()).done();
  }

  private static DatabaseStatus down(String name, Duration verifiedAgo) {
    DatabaseStatus failing = Statuses.failing(name, Health.DOWN, 3);
    return StatusBuilder.like(failing).lastVerified(NOW.minus(verifiedAgo)).done();
  }

  /// From the most endangered to those that are well, in the order in which they have to stand.
  private static List<DatabaseStatus> inOrder() {
    return List.of(
        down("passed long ago", Duration.ofDays(40)),
        down("passed", Duration.ofDays(31)),
        never("never verified and down", Health.DOWN),
        down("three days left", Duration.ofDays(27)),
        down("many days left", Duration.ofDays(2)),
        never("never verified and failing", Health.FAILING),
        Statuses.alive("half melted", Duration.ofDays(17)),
        Statuses.failing("failing", Health.FAILING, 1),
        Statuses.fresh("not touched yet"),
        Statuses.alive("well"));
  }

  @Test
  void an_order_is_the_same_however_they_come() {
    for (int seed = 0; seed < 200; seed++) {
      List<DatabaseStatus> shuffled = new ArrayList<>(inOrder());
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(names(Urgency.sorted(shuffled, NOW))).isEqualTo(names(inOrder()));
    }
  }

  @Test
  void who_is_well_stands_where_the_user_has_put_it() {
    List<DatabaseStatus> well =
        List.of(
            Statuses.alive("b", Duration.ofDays(3)),
            Statuses.alive("a", Duration.ofDays(5)),
            Statuses.alive("c", Duration.ofDays(1)));
    assertThat(names(Urgency.sorted(well, NOW))).containsExactly("b", "a", "c");
    assertThat(Urgency.first(well, NOW)).isEmpty();
  }

  @Test
  void an_unresolvable_database_that_never_was_verified_stands_above_all_that_are_well() {
    DatabaseStatus unknown =
        StatusBuilder.of(Statuses.database("typo"))
            .last(Statuses.failing("typo", Health.FAILING, 1).last())
            .done();
    List<DatabaseStatus> sorted =
        Urgency.sorted(List.of(Statuses.alive("a"), Statuses.alive("b"), unknown), NOW);
    assertThat(names(sorted)).startsWith("typo");
    assertThat(Urgency.first(sorted, NOW)).contains(unknown);
  }

  @Test
  void nothing_that_rests_or_was_not_touched_yet_asks_for_attention() {
    assertThat(Urgency.needsAttention(Statuses.paused("resting", new Pause.UntilResumed()), NOW))
        .isFalse();
    assertThat(Urgency.needsAttention(Statuses.fresh("new"), NOW)).isFalse();
    assertThat(Urgency.needsAttention(Statuses.offline("off", Duration.ofDays(1)), NOW)).isFalse();
    assertThat(Urgency.needsAttention(Statuses.locked("locked"), NOW)).isTrue();
  }

  @Test
  void the_rule_is_a_total_order_over_any_mixture() {
    Random random = new Random(7);
    List<DatabaseStatus> pool = inOrder();
    for (int round = 0; round < 200; round++) {
      List<DatabaseStatus> some = new ArrayList<>();
      for (DatabaseStatus status : pool) {
        if (random.nextBoolean()) {
          some.add(status);
        }
      }
      Collections.shuffle(some, random);
      List<String> expected = names(pool.stream().filter(some::contains).toList());
      assertThat(names(Urgency.sorted(some, NOW))).isEqualTo(expected);
    }
  }
}
