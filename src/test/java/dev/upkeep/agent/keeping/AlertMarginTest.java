package dev.upkeep.agent.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.alert.message.AlertText.Urgency;
import dev.upkeep.database.Margin;
import dev.upkeep.history.Topic;
import dev.upkeep.touch.FailureKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Margins that melt, over virtual weeks of a window of 30 days: when that is a danger, and when
/// nobody needs to hear of it.
@Tag("slow")
final class AlertMarginTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @RegisterExtension private final World world = new World();

  private List<Margin.Level> levels() {
    return world.told.stream()
        .flatMap(told -> told.bulletin().announcements().stream())
        .filter(one -> one.topic() == Topic.MARGIN)
        .map(one -> one.level())
        .toList();
  }

  private static Duration days(double days) {
    return Duration.ofMinutes(Math.round(days * 24 * 60));
  }

  @Test
  void a_long_interval_is_no_danger_while_the_touches_succeed() throws Exception {
    world.add("shop", Optional.of(Duration.ofDays(20)));

    world.pass(Duration.ofDays(100));

    assertThat(world.touched).hasSizeBetween(5, 7);
    assertThat(world.told).isEmpty();
  }

  @Test
  void a_long_interval_forgives_a_blip_too() throws Exception {
    UUID shop = world.add("shop", Optional.of(Duration.ofDays(20)));
    world.failNext(shop, 2);

    world.pass(Duration.ofDays(30));

    assertThat(world.told).isEmpty();
  }

  @Test
  void offline_for_two_days_is_silent_and_catches_up_when_the_network_is_back() throws Exception {
    UUID shop = world.add("shop");
    world.answer(shop, World.OFFLINE);
    world.pass(Duration.ofDays(2));
    int before = world.touched.size();
    world.answer(shop, World.ALIVE);

    world.scheduler.catchUp();
    world.pass(Duration.ofSeconds(10));

    assertThat(world.touched).hasSize(before + 1);
    assertThat(world.told).isEmpty();
  }

  @Test
  void offline_for_27_days_gives_exactly_two_notices() throws Exception {
    UUID shop = world.add("shop");
    world.answer(shop, World.OFFLINE);

    world.passUntil(World.START.plus(days(22.4)));
    assertThat(world.told).isEmpty();
    world.passUntil(World.START.plus(days(26.9)));
    assertThat(world.titles()).containsExactly("Connect this computer by 3 Jun");
    world.passUntil(World.START.plus(days(29.9)));

    assertThat(levels()).containsExactly(Margin.Level.QUARTER, Margin.Level.THREE_DAYS);
    assertThat(world.told).hasSize(2);
    assertThat(world.told.getLast().body())
        .isEqualTo(
            "shop cannot be touched while this computer is offline. It is safe until 3 June.");
    assertThat(world.told.getLast().bulletin().urgency()).isEqualTo(Urgency.HIGH);

    world.passUntil(World.START.plus(days(33)));
    world.answer(shop, World.ALIVE);
    world.scheduler.catchUp();
    world.pass(HOUR);
    assertThat(world.told).as("whoever connects the computer knows it").hasSize(2);
    assertThat(world.cleared).contains(shop);
  }

  @Test
  void a_laptop_that_sleeps_between_short_sessions_offline_hears_the_same() throws Exception {
    UUID shop = world.add("shop");
    world.answer(shop, World.OFFLINE);
    for (int day = 0; day < 29; day++) {
      world.time.sleep(Duration.ofHours(23));
      world.pass(HOUR);
    }

    assertThat(levels()).containsExactly(Margin.Level.QUARTER, Margin.Level.THREE_DAYS);
    assertThat(world.told).hasSize(2);
  }

  @Test
  void a_network_that_comes_a_moment_after_waking_is_no_danger() throws Exception {
    UUID shop = world.add("shop");
    world.time.sleep(Duration.ofDays(28));
    world.answer(shop, World.OFFLINE);
    world.pass(Duration.ofSeconds(60));
    world.answer(shop, World.ALIVE);
    world.scheduler.catchUp();

    world.pass(HOUR);

    assertThat(world.told).isEmpty();
  }

  @Test
  void waking_from_a_long_sleep_raises_nothing_before_the_catch_up_was_tried() throws Exception {
    world.add("shop");
    world.time.sleep(Duration.ofDays(28));
    int before = world.touched.size();

    world.alerts.woke();
    assertThat(world.history.queued()).isEmpty();
    world.pass(HOUR);

    assertThat(world.touched).hasSizeGreaterThan(before);
    assertThat(world.told).isEmpty();
  }

  @Test
  void a_failure_from_before_a_long_sleep_decides_nothing_before_the_catch_up() throws Exception {
    UUID shop = world.add("shop");
    world.touchNow(shop, World.SILENT);
    world.answer(shop, World.ALIVE);
    world.time.sleep(Duration.ofDays(28));

    world.alerts.woke();
    world.alerts.look(world.keeper.require(shop), Optional.empty());
    assertThat(world.history.queued()).as("27 days and a failure, but a touch to come").isEmpty();
    world.pass(HOUR);

    assertThat(world.told).isEmpty();
  }

  @Test
  void a_restart_after_weeks_judges_after_the_catch_up() throws Exception {
    world.add("shop");
    world.time.sleep(Duration.ofDays(29));
    world.restart();

    world.pass(HOUR);

    assertThat(world.told).isEmpty();
  }

  @Test
  void while_it_is_down_each_level_is_told_once() throws Exception {
    UUID shop = world.add("shop");
    world.set("alert.reminders", "0");
    world.goDown(shop);
    world.pass(Duration.ofDays(32));

    assertThat(levels())
        .containsExactly(
            Margin.Level.HALF, Margin.Level.QUARTER, Margin.Level.THREE_DAYS, Margin.Level.PASSED);
    assertThat(world.titles())
        .containsExactly(
            "shop cannot be reached",
            "shop is running out of time",
            "shop is running out of time",
            "shop is in danger: 2 d 23 h left",
            "The time of shop has run out");
    assertThat(world.told.get(1).bulletin().urgency()).isEqualTo(Urgency.NORMAL);
    assertThat(world.told.get(4).body())
        .startsWith(
            "Nothing has proved since 4 May that shop is in use."
                + " Upstash may take it down at any time. It said TIMEOUT.");

    world.touchNow(shop, World.ALIVE);
    world.pass(HOUR);
    assertThat(world.titles().getLast()).isEqualTo("shop is alive again");
  }

  @Test
  void whoever_wants_to_hear_of_the_last_days_only_does() throws Exception {
    UUID shop = world.add("shop");
    world.set("alert.reminders", "0");
    world.set("alert.margin", "days");
    world.goDown(shop);
    world.pass(Duration.ofDays(28));

    assertThat(levels()).containsExactly(Margin.Level.THREE_DAYS);
  }

  @Test
  void a_first_failure_in_the_last_three_days_is_told_at_once() throws Exception {
    UUID shop = world.add("shop", Optional.of(Duration.ofDays(28)));
    world.failNext(shop, 1);
    world.passUntil(World.START.plus(days(29.6)));

    assertThat(levels()).containsExactly(Margin.Level.THREE_DAYS);
    assertThat(world.titles()).hasSize(2).last().isEqualTo("shop is safe again");
  }

  @Test
  void a_database_that_answers_but_is_not_proved_alive_runs_out_of_time() throws Exception {
    UUID shop = world.add("shop");
    world.answer(shop, World.WEAK);

    world.pass(Duration.ofDays(16));

    assertThat(world.only().title()).isEqualTo("shop is running out of time");
    assertThat(world.only().body()).contains("It answers, but nothing could be written");
    world.touchNow(shop, World.ALIVE);
    world.pass(HOUR);
    assertThat(world.titles().getLast()).isEqualTo("shop is safe again");
  }

  @Test
  void a_locked_keychain_does_not_hide_that_time_runs_out() throws Exception {
    UUID shop = world.add("shop");
    world.answer(shop, World.failed(FailureKind.SECRET));

    world.pass(Duration.ofDays(16));

    assertThat(world.titles())
        .containsExactly(
            "Upkeep cannot read the credential of shop", "shop is running out of time");
  }

  @Test
  void three_days_break_through_a_snooze_and_nothing_before() throws Exception {
    UUID shop = world.add("shop");
    world.goDown(shop);
    world.passUntil(World.START.plus(days(14.9)));
    world.told.clear();
    for (int week = 0; week < 2; week++) {
      world.alerts.snooze(List.of(shop), Duration.ofDays(7));
      world.pass(days(6.2));
    }

    assertThat(levels()).containsExactly(Margin.Level.THREE_DAYS);
    assertThat(world.told).hasSize(1);
  }

  @Test
  void a_paused_database_may_run_out_of_time_unheard() throws Exception {
    UUID shop = world.add("shop");
    world.pause(shop, Optional.of(new dev.upkeep.database.Pause.UntilResumed()));

    world.pass(Duration.ofDays(40));

    assertThat(world.told).isEmpty();
  }
}
