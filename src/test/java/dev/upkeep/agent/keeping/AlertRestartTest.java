package dev.upkeep.agent.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What survives a restart, a kill and a lost history, over virtual days: nothing is told twice,
/// and nothing is lost.
final class AlertRestartTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);

  @RegisterExtension private final World world = new World();
  private final UUID shop = world.keeping("shop-cache");

  @Test
  void a_restart_in_the_middle_of_an_outage_tells_nothing_twice_and_loses_nothing()
      throws Exception {
    world.goDown(shop);
    world.pass(HOUR);
    for (int i = 0; i < 5; i++) {
      world.restart();
      world.pass(HOUR);
    }
    assertThat(world.titles()).containsExactly("shop-cache cannot be reached");

    world.touchNow(shop, World.ALIVE);
    world.restart();
    world.pass(HOUR);

    assertThat(world.titles())
        .containsExactly("shop-cache cannot be reached", "shop-cache is alive again");
  }

  @Test
  void killed_between_deciding_and_sending_it_tells_after_the_restart() throws Exception {
    world.goDown(shop);
    UUID event = world.history.queued().getFirst().event();
    world.restart();
    assertThat(world.told).isEmpty();

    world.pass(Duration.ofMinutes(2));

    assertThat(world.only().bulletin().announcements().getFirst().event()).isEqualTo(event);
    world.restart();
    world.pass(HOUR);
    assertThat(world.told).hasSize(1);
  }

  @Test
  void killed_in_the_middle_of_sending_it_sends_the_same_event_again() throws Exception {
    world.desktop = CompletableFuture::new;
    world.goDown(shop);
    world.pass(Duration.ofMinutes(1));
    UUID event = world.history.queued().getFirst().event();
    world.desktop = World::takes;

    world.restart();
    world.pass(Duration.ofMinutes(2));

    assertThat(world.only().bulletin().announcements().getFirst().event()).isEqualTo(event);
  }

  @Test
  void a_database_that_failed_unjudged_is_judged_after_the_restart() throws Exception {
    world.set("alert.after", "5");
    world.goDown(shop);
    world.pass(Duration.ofMinutes(1));
    assertThat(world.told).isEmpty();

    // As if the process had ended between the touch and the look at it.
    world.set("alert.after", "3");
    world.restart();
    world.pass(Duration.ofMinutes(6));

    assertThat(world.titles()).containsExactly("shop-cache cannot be reached");
  }

  @Test
  void a_history_that_vanishes_makes_nobody_hear_twice_or_not_at_all() throws Exception {
    UUID staging = world.add("staging");
    world.goDown(shop);
    world.pass(HOUR);
    world.goDown(staging);
    world.loseHistory();
    world.pass(HOUR);
    world.restart();
    world.pass(HOUR);

    assertThat(world.titles())
        .containsExactly("shop-cache cannot be reached", "staging cannot be reached");
  }

  @Test
  void a_snooze_survives_a_restart_and_ends_silently_when_all_is_well() throws Exception {
    world.goDown(shop);
    world.pass(HOUR);
    world.alerts.snooze(List.of(shop), Duration.ofHours(30));
    world.restart();
    world.pass(Duration.ofHours(27));
    assertThat(world.told).hasSize(1);
    world.touchNow(shop, World.ALIVE);
    world.pass(DAY);

    assertThat(world.titles())
        .containsExactly("shop-cache cannot be reached", "shop-cache is alive again");
  }

  @Test
  void a_clock_set_back_silences_nobody_and_repeats_nothing() {
    world.goDown(shop);
    world.pass(HOUR);
    world.time.set(world.time.instant().minus(Duration.ofDays(3)));
    world.pass(Duration.ofHours(20));
    assertThat(world.told).hasSize(1);
    world.pass(Duration.ofHours(12));
    assertThat(world.titles().getLast()).isEqualTo("shop-cache still cannot be reached");

    world.touchNow(shop, World.ALIVE);
    world.pass(HOUR);

    assertThat(world.titles().getLast()).isEqualTo("shop-cache is alive again");
    assertThat(world.told).hasSize(3);
  }

  @Test
  void a_clock_set_back_while_a_notice_waits_does_not_hold_it() {
    world.goDown(shop);
    world.time.set(world.time.instant().minus(DAY));

    world.pass(Duration.ofMinutes(2));

    assertThat(world.titles()).containsExactly("shop-cache cannot be reached");
  }
}
