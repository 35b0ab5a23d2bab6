package dev.upkeep.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.alert.Bulletin.Urgency;
import dev.upkeep.database.Pause;
import dev.upkeep.history.Topic;
import dev.upkeep.touch.FailureKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Databases that go down and come back, over virtual days: what people hear, and what not.
final class AlertOutageTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private Path folder;
  private World world;
  private UUID shop;

  @BeforeEach
  void start() throws Exception {
    world = new World(folder, Instant.parse("2026-05-04T10:00:00Z"));
    shop = world.add("shop-cache");
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void a_month_in_which_all_is_well_is_silent() {
    world.pass(Duration.ofDays(30));

    assertThat(world.told).isEmpty();
    assertThat(world.touched).hasSizeGreaterThan(110);
  }

  @Test
  void a_blip_of_two_failures_is_silent() {
    world.failNext(shop, 2);

    world.pass(DAY);

    assertThat(world.told).isEmpty();
  }

  @Test
  void three_failures_in_a_row_are_told_once_and_dated_back_to_the_first() {
    world.failNext(shop, 3);
    int before = world.touched.size();
    while (world.touched.size() == before) {
      world.pass(Duration.ofSeconds(1));
    }
    String first = world.time.instant().atZone(World.BERLIN).toLocalTime().toString();

    world.pass(Duration.ofMinutes(25));

    World.Told told = world.only();
    assertThat(told.title()).isEqualTo("shop-cache cannot be reached");
    assertThat(told.body())
        .startsWith("shop-cache has not answered three times since " + first.substring(0, 5) + ".")
        .contains("It is safe until 3 June.")
        .endsWith("It said TIMEOUT. Do something.");
    assertThat(told.bulletin().urgency()).isEqualTo(Urgency.HIGH);
  }

  @Test
  void whoever_wants_to_hear_of_the_first_failure_does() throws Exception {
    world.set("alert.after", "1");
    world.touchNow(shop, World.SILENT);

    world.pass(Duration.ofMinutes(1));

    assertThat(world.titles()).containsExactly("shop-cache cannot be reached");
    assertThat(world.only().body()).startsWith("shop-cache has not answered since ");
  }

  @Test
  void what_was_announced_is_called_off_and_nothing_else() {
    world.goDown(shop);
    world.pass(HOUR);
    world.touchNow(shop, World.ALIVE);
    world.pass(DAY);
    world.failNext(shop, 2);
    world.pass(DAY);

    assertThat(world.titles())
        .containsExactly("shop-cache cannot be reached", "shop-cache is alive again");
    assertThat(world.told.getLast().bulletin().urgency()).isEqualTo(Urgency.LOW);
    assertThat(world.told.getLast().body())
        .matches(
            "shop-cache could not be reached from 12:01 to 13:0[0-9]; it is alive again\\."
                + " It is safe until 3 June\\.");
  }

  @Test
  void whoever_wants_no_good_news_gets_none() throws Exception {
    world.set("alert.recovery", "false");
    world.goDown(shop);
    world.pass(HOUR);
    world.touchNow(shop, World.ALIVE);
    world.pass(DAY);
    world.goDown(shop);
    world.pass(HOUR);

    assertThat(world.titles())
        .containsExactly("shop-cache cannot be reached", "shop-cache cannot be reached");
  }

  @Test
  void a_recovery_within_the_grouping_window_cancels_both() {
    world.goDown(shop);
    world.pass(Duration.ofSeconds(10));
    assertThat(world.history.queued()).hasSize(1);

    world.touchNow(shop, World.ALIVE);
    world.pass(DAY);

    assertThat(world.told).isEmpty();
    assertThat(world.history.queued()).isEmpty();
  }

  @Test
  void almost_recovered_and_failing_again_is_the_same_outage() {
    world.goDown(shop);
    world.pass(HOUR);
    world.touchNow(shop, World.ALIVE);
    world.pass(Duration.ofSeconds(10));
    world.touchNow(shop, World.SILENT);
    world.pass(Duration.ofMinutes(2));
    assertThat(world.titles()).containsExactly("shop-cache cannot be reached");

    world.touchNow(shop, World.ALIVE);
    world.pass(HOUR);

    assertThat(world.titles())
        .containsExactly("shop-cache cannot be reached", "shop-cache is alive again");
    assertThat(world.told.getLast().body()).contains("from 12:01 to 13:");
  }

  @Test
  void a_failure_after_a_recovery_was_told_begins_to_count_anew() {
    world.goDown(shop);
    world.pass(HOUR);
    world.touchNow(shop, World.ALIVE);
    world.pass(Duration.ofMinutes(1));
    world.failNext(shop, 2);
    world.pass(DAY);
    assertThat(world.told).hasSize(2);

    world.goDown(shop);
    world.pass(HOUR);

    assertThat(world.told).hasSize(3);
  }

  @Test
  void thirty_databases_at_once_are_one_notice() throws Exception {
    List<UUID> ids = new ArrayList<>(List.of(shop));
    for (int i = 2; i <= 30; i++) {
      ids.add(world.add("cache-" + i));
    }
    for (int i = 0; i < 3; i++) {
      world.answerAll(World.SILENT);
      ids.forEach(world::ask);
      world.pass(Duration.ofSeconds(2));
    }
    world.pass(Duration.ofMinutes(10));

    assertThat(world.only().title()).isEqualTo("30 databases cannot be reached");
    assertThat(world.only().body())
        .startsWith("shop-cache, cache-2, cache-3 and 27 more. All of them are at Upstash.")
        .contains("It said TIMEOUT.");
    assertThat(world.only().bulletin().databases()).hasSize(30);
    assertThat(world.only().bulletin().announcements())
        .extracting(one -> one.event())
        .doesNotHaveDuplicates();

    world.answerAll(World.ALIVE);
    ids.forEach(world::ask);
    world.pass(Duration.ofMinutes(10));

    assertThat(world.told.getLast().title()).isEqualTo("30 databases are alive again");
    assertThat(world.told).hasSize(2);
  }

  @Test
  void good_and_bad_news_of_the_same_moment_are_one_notice_the_bad_first() throws Exception {
    UUID staging = world.add("staging");
    world.goDown(staging);
    world.pass(HOUR);
    world.touchNow(staging, World.ALIVE);
    world.goDown(shop);
    world.pass(Duration.ofMinutes(5));

    assertThat(world.titles())
        .containsExactly("staging cannot be reached", "shop-cache cannot be reached");
    assertThat(world.told.getLast().body()).endsWith("\nstaging is alive again.");
  }

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
    Files.delete(folder.resolve("upkeep.db"));
    world.pass(HOUR);
    world.restart();
    world.pass(HOUR);

    assertThat(world.titles())
        .containsExactly("shop-cache cannot be reached", "staging cannot be reached");
  }

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
  void a_rejected_credential_is_told_at_once_and_not_again_as_an_outage() {
    world.touchNow(shop, World.failed(FailureKind.AUTH));
    world.pass(Duration.ofMinutes(1));
    assertThat(world.told).as("before the second failure").hasSize(1);
    world.pass(Duration.ofHours(12));

    assertThat(world.only().title()).isEqualTo("shop-cache does not accept its credential");
    assertThat(world.only().body()).startsWith("It said AUTH. Do something. It is safe until");
  }

  @Test
  void an_outage_that_turns_out_to_be_the_credential_is_news_once() {
    world.goDown(shop);
    world.pass(HOUR);
    world.touchNow(shop, World.failed(FailureKind.PERMISSION));
    world.pass(HOUR);
    world.touchNow(shop, World.SILENT);
    world.pass(HOUR);
    world.touchNow(shop, World.failed(FailureKind.AUTH));
    world.pass(HOUR);

    assertThat(world.titles())
        .containsExactly(
            "shop-cache cannot be reached", "The credential of shop-cache lacks a permission");
  }

  @Test
  void a_name_that_is_gone_is_told_the_second_time_it_is_not_found() {
    world.touchNow(shop, World.failed(FailureKind.UNRESOLVED));
    world.pass(Duration.ofMinutes(2));
    assertThat(world.told).isEmpty();

    world.pass(Duration.ofMinutes(10));

    assertThat(world.only().title()).isEqualTo("shop-cache may have been archived");
    world.pass(Duration.ofHours(12));
    assertThat(world.told).hasSize(1);
  }

  @Test
  void a_fault_of_our_own_is_nobodys_outage() {
    world.answer(shop, World.failed(FailureKind.INTERNAL));

    world.pass(Duration.ofDays(3));

    assertThat(world.told).isEmpty();
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

  @Test
  void while_no_desktop_listens_it_waits_and_then_tells_what_it_came_to() {
    world.desktop = World::refuses;
    world.goDown(shop);
    world.pass(Duration.ofHours(5));
    world.touchNow(shop, World.ALIVE);
    world.pass(HOUR);
    world.desktop = World::takes;
    world.pass(Duration.ofMinutes(61));

    assertThat(world.only().bulletin().topics()).containsOnly(Topic.DOWN, Topic.RECOVERED);
    assertThat(world.only().bulletin().urgency()).isEqualTo(Urgency.LOW);
    assertThat(world.history.queued()).isEmpty();
  }

  @Test
  void what_is_two_days_old_is_not_worth_showing() {
    world.desktop = World::refuses;
    world.goDown(shop);
    world.pass(Duration.ofHours(5));
    world.touchNow(shop, World.ALIVE);
    world.pass(Duration.ofDays(3));
    world.desktop = World::takes;
    world.pass(Duration.ofHours(2));

    assertThat(world.told).isEmpty();
    assertThat(world.history.queued()).isEmpty();
  }

  @Test
  void a_channel_that_never_answers_is_tried_again() {
    world.desktop = CompletableFuture::new;
    world.goDown(shop);
    world.pass(Duration.ofMinutes(1));
    world.desktop = World::takes;

    world.pass(Duration.ofMinutes(10));

    assertThat(world.titles()).containsExactly("shop-cache cannot be reached");
  }

  @Test
  void a_keychain_that_is_locked_for_four_minutes_after_login_is_nobodys_business()
      throws Exception {
    world.add("staging");
    world.answerAll(World.failed(FailureKind.SECRET));
    world.time.sleep(Duration.ofHours(8));
    int before = world.touched.size();
    world.restart();
    world.pass(Duration.ofMinutes(4));
    assertThat(world.touched.size() - before).as("silent retries").isBetween(6, 12);
    world.answerAll(World.ALIVE);

    world.pass(HOUR);

    assertThat(world.told).isEmpty();
  }

  @Test
  void one_that_is_locked_for_six_minutes_is_told_once_for_all() throws Exception {
    world.add("staging");
    world.answerAll(World.failed(FailureKind.SECRET));
    world.time.sleep(Duration.ofHours(8));
    world.restart();
    world.pass(Duration.ofMinutes(4));
    assertThat(world.told).isEmpty();

    world.pass(Duration.ofDays(3));

    assertThat(world.only().title()).isEqualTo("Upkeep cannot read the credentials of 2 databases");
    assertThat(world.only().bulletin().topics()).containsExactly(Topic.SECRET);
    assertThat(world.only().bulletin().urgency()).isEqualTo(Urgency.NORMAL);
    assertThat(world.history.standings().values()).allMatch(one -> one.failures() == 0);

    world.answerAll(World.ALIVE);
    world.pass(Duration.ofMinutes(20));
    assertThat(world.told).hasSize(1);
    assertThat(world.cleared).contains(shop);
  }
}
