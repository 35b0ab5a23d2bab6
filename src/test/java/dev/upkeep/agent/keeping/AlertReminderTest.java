package dev.upkeep.agent.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Reminders and pauses, over virtual days: how often something is repeated, and what ends it.
final class AlertReminderTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);

  @RegisterExtension private final World world = new World();
  private final UUID shop = world.keeping("shop-cache");

  @Test
  void reminders_come_daily_and_only_so_often() {
    world.goDown(shop);
    world.pass(Duration.ofDays(10));

    assertThat(world.titles().getFirst()).isEqualTo("shop-cache cannot be reached");
    assertThat(world.titles().subList(1, world.told.size()))
        .hasSize(5)
        .containsOnly("shop-cache still cannot be reached");
    assertThat(Duration.between(world.told.get(1).at(), world.told.get(2).at()))
        .isBetween(DAY, DAY.plusMinutes(2));
    assertThat(world.told.get(5).body()).startsWith("shop-cache has not answered since 4 May.");
  }

  @Test
  void after_a_long_sleep_there_is_one_reminder_and_not_before_the_catch_up() {
    world.goDown(shop);
    world.pass(HOUR);
    world.time.sleep(Duration.ofDays(4));
    int touches = world.touched.size();
    world.pass(Duration.ofSeconds(20));
    assertThat(world.told).hasSize(1);

    world.pass(Duration.ofHours(3));

    assertThat(world.touched).hasSizeGreaterThan(touches);
    assertThat(world.titles())
        .containsExactly("shop-cache cannot be reached", "shop-cache still cannot be reached");
  }

  @Test
  void what_recovered_in_a_sleep_is_not_reminded_of() {
    world.goDown(shop);
    world.pass(HOUR);
    world.answer(shop, World.ALIVE);
    world.time.sleep(Duration.ofDays(4));

    world.pass(HOUR);

    assertThat(world.titles())
        .containsExactly("shop-cache cannot be reached", "shop-cache is alive again");
  }

  @Test
  void pausing_withdraws_what_waits_and_resuming_judges_anew() throws Exception {
    world.goDown(shop);
    world.pause(shop, Optional.of(new Pause.UntilResumed()));
    world.pass(DAY);
    assertThat(world.told).isEmpty();

    world.pause(shop, Optional.empty());
    world.pass(HOUR);

    assertThat(world.titles()).containsExactly("shop-cache cannot be reached");
  }

  @Test
  void what_recovered_during_a_pause_is_not_told_when_the_pause_ends() throws Exception {
    world.goDown(shop);
    Instant end = world.time.instant().plus(DAY);
    world.pause(shop, Optional.of(new Pause.Until(end)));
    world.answer(shop, World.ALIVE);

    world.pass(DAY.plus(HOUR));

    assertThat(world.told).isEmpty();
  }

  @Test
  void a_removed_database_is_not_told_of_any_more() throws Exception {
    world.goDown(shop);
    assertThat(world.history.queued()).hasSize(1);

    world.keeper.remove(List.of(shop));
    world.pass(HOUR);

    assertThat(world.history.queued()).isEmpty();
    assertThat(world.told).isEmpty();
  }

  @Test
  void a_snooze_holds_reminders_back_and_ends_with_one() {
    world.goDown(shop);
    world.pass(Duration.ofHours(23));
    world.alerts.snooze(List.of(shop), Duration.ofHours(4));
    world.pass(Duration.ofHours(3));
    assertThat(world.told).hasSize(1);

    world.pass(Duration.ofHours(2));
    assertThat(world.titles())
        .containsExactly("shop-cache cannot be reached", "shop-cache still cannot be reached");
    world.pass(Duration.ofHours(20));
    assertThat(world.told).hasSize(2);
  }
}
