package dev.upkeep.agent.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.alert.message.AlertText.Urgency;
import dev.upkeep.history.Topic;
import dev.upkeep.language.TouchPhrase;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Databases that go down and come back, over virtual days: what people hear, and what not.
@Tag("slow")
final class AlertOutageTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);

  @RegisterExtension private final World world = new World();
  private final UUID shop = world.keeping("shop-cache");

  @Test
  void a_month_in_which_all_is_well_is_silent() {
    world.pass(Duration.ofDays(30));

    assertThat(world.told).isEmpty();
    assertThat(world.touched).hasSizeGreaterThan(110);
  }

  @Test
  void several_that_fail_in_different_ways_are_told_by_their_ways_and_all_by_name()
      throws Exception {
    List<FailureKind> kinds =
        List.of(FailureKind.QUOTA, FailureKind.PROTOCOL, FailureKind.BUSY, FailureKind.PROTOCOL);
    List<UUID> ids = new ArrayList<>();
    for (int n = 0; n < kinds.size(); n++) {
      ids.add(world.add(kinds.get(n).name().toLowerCase(java.util.Locale.ROOT) + n));
    }
    for (int again = 0; again < 3; again++) {
      for (int n = 0; n < kinds.size(); n++) {
        world.answer(ids.get(n), World.failed(kinds.get(n)));
        world.ask(ids.get(n));
      }
      world.pass(Duration.ofSeconds(2));
    }
    world.pass(Duration.ofMinutes(10));

    assertThat(world.only().title()).isEqualTo("4 databases cannot be touched");
    assertThat(world.only().body())
        .startsWith(
            "quota0: the quota is used up."
                + " protocol1 and protocol3: the answer is not a database's."
                + " busy2: too busy to answer.")
        .doesNotContain("more.");

    world.pass(Duration.ofHours(25));

    assertThat(world.told.getLast().title()).isEqualTo("4 databases still cannot be touched");
    assertThat(world.told.getLast().body()).contains("quota0: the quota is used up.");
  }

  @Test
  void a_database_that_is_full_is_told_once_and_again_when_there_is_room() {
    world.touchNow(shop, FULL);
    world.pass(Duration.ofDays(3));

    assertThat(world.only().title()).isEqualTo("shop-cache is full");
    assertThat(world.only().body())
        .contains("Upkeep can only read, which is weaker evidence.")
        .contains("It is safe until");

    world.touchNow(shop, World.ALIVE);
    world.pass(Duration.ofMinutes(10));

    assertThat(world.titles()).containsExactly("shop-cache is full", "shop-cache has room again");
  }

  @Test
  void a_full_database_that_stops_answering_is_told_too() {
    world.touchNow(shop, FULL);
    world.pass(Duration.ofMinutes(10));
    world.goDown(shop);
    world.pass(Duration.ofMinutes(10));

    assertThat(world.titles())
        .containsExactly("shop-cache is full", "shop-cache cannot be reached");
  }

  private static final Outcome FULL =
      new Outcome.Alive(
          Evidence.READ,
          Duration.ofMillis(40),
          Optional.empty(),
          Optional.of(TouchPhrase.NO_ROOM.with()));

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
        .startsWith("shop-cache, cache-2, cache-3, cache-4, ")
        .contains("cache-10 and 20 more. All of them are at Upstash.")
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
}
