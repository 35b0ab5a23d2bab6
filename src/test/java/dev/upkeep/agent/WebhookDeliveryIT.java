package dev.upkeep.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.agent.keeping.World;
import dev.upkeep.alert.Destination;
import dev.upkeep.alert.WebhookChannel;
import dev.upkeep.alert.message.ProviderNews;
import dev.upkeep.alert.message.ProviderReport;
import dev.upkeep.alert.service.WebhookService;
import dev.upkeep.alert.service.WebhookServices;
import dev.upkeep.database.Secret;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
import dev.upkeep.language.Sentence;
import dev.upkeep.testing.HttpInbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Databases that go down and come back in virtual time, and a real web server that is told of it
/// when it is there.
final class WebhookDeliveryIT {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private HttpInbox inbox;
  private Destination destination = new Destination.None();
  private Optional<WebhookService> form = Optional.empty();
  private ProviderNews news = ProviderNews.NONE;

  @RegisterExtension
  private final World world =
      new World(
          World.START,
          List.of(new WebhookChannel(() -> destination, () -> form, Runnable::run)),
          providers -> news.of(providers));

  private final UUID shop = world.keeping("shop-cache");

  @BeforeEach
  void start() throws Exception {
    inbox = HttpInbox.start();
    destination = new Destination.Known(Secret.of(inbox.url("/c4n4ry")));
  }

  @AfterEach
  void stop() {
    inbox.close();
  }

  private void recover() {
    world.touchNow(shop, World.ALIVE);
    world.pass(MINUTE);
  }

  private void goDown() {
    world.goDown(shop);
    world.pass(MINUTE);
  }

  private static Json.Obj object(String text) {
    try {
      return Json.parse(text).asObject().orElseThrow();
    } catch (JsonException e) {
      throw new AssertionError(text, e);
    }
  }

  /// The events that were taken, in the order of their arrival.
  private List<Json.Obj> events() {
    List<Json.Obj> events = new ArrayList<>();
    for (HttpInbox.Mail mail : inbox.taken()) {
      object(mail.body()).array("events").orElseThrow().stream()
          .flatMap(event -> event.asObject().stream())
          .forEach(events::add);
    }
    return events;
  }

  private List<String> names() {
    return events().stream().map(event -> event.string("event").orElseThrow()).toList();
  }

  @Test
  void a_program_is_told_each_transition_once_in_order_and_in_stable_words() {
    goDown();
    recover();

    assertThat(names()).containsExactly("database.down", "database.recovered");
    Json.Obj down = events().getFirst();
    assertThat(down.members().keySet())
        .containsExactly(
            "event",
            "id",
            "at",
            "databaseId",
            "database",
            "host",
            "provider",
            "since",
            "failures",
            "kind",
            "message",
            "advice",
            "safeUntil",
            "margin",
            "offline");
    assertThat(down.string("database")).contains("shop-cache");
    assertThat(down.string("kind")).contains("TIMEOUT");
    assertThat(events().getLast().string("cause")).contains("database.down");
    assertThat(events()).extracting(event -> event.string("id")).doesNotHaveDuplicates();
    assertThat(inbox.all()).hasSize(2).allMatch(mail -> mail.path().equals("/c4n4ry"));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 302, 404, 429})
  void what_a_service_did_not_take_arrives_once_and_in_order_when_it_is_back(int status) {
    inbox.answering(status, "", Map.of("Location", inbox.url("/elsewhere")));
    goDown();
    recover();
    goDown();
    world.pass(HOUR);
    int attempts = inbox.all().size();
    assertThat(inbox.taken()).isEmpty();

    inbox.answering(200);
    world.pass(HOUR.multipliedBy(2));

    assertThat(names()).containsExactly("database.down", "database.recovered", "database.down");
    assertThat(events()).extracting(event -> event.string("id")).doesNotHaveDuplicates();
    assertThat(attempts).as("with more and more time between").isBetween(3, 10);
    assertThat(inbox.all()).noneMatch(mail -> mail.path().equals("/elsewhere"));
  }

  @Test
  void a_service_that_is_gone_for_an_hour_hears_everything_once() {
    HttpInbox gone = inbox;
    gone.close();
    goDown();
    recover();
    world.pass(HOUR);

    inbox = HttpInbox.start();
    destination = new Destination.Known(Secret.of(inbox.url("/c4n4ry")));
    world.pass(HOUR.multipliedBy(2));

    assertThat(names()).containsExactly("database.down", "database.recovered");
  }

  @Test
  void a_service_is_left_alone_for_as_long_as_it_asks_but_not_for_ever() {
    inbox.answering(429, "", Map.of("Retry-After", "1800"));
    goDown();
    assertThat(inbox.all()).hasSize(1);
    world.pass(Duration.ofMinutes(28));
    assertThat(inbox.all()).hasSize(1);

    inbox.answering(503, "", Map.of("Retry-After", "999999"));
    world.pass(Duration.ofMinutes(3));
    assertThat(inbox.all()).hasSize(2);
    inbox.answering(200);
    world.pass(Duration.ofMinutes(61));

    assertThat(names()).containsExactly("database.down");
  }

  @Test
  void an_address_that_is_gone_for_good_blocks_nobody_for_ever() throws Exception {
    world.set("alert.reminders", "0");
    inbox.answering(410);
    goDown();
    world.pass(Duration.ofDays(8));
    assertThat(inbox.taken()).isEmpty();
    int attempts = inbox.all().size();
    world.pass(Duration.ofDays(1));
    assertThat(inbox.all()).as("it was given up").hasSize(attempts);

    inbox.answering(200);
    recover();

    assertThat(names()).containsExactly("database.recovered");
  }

  @Test
  void a_restart_between_deciding_and_telling_tells_once() throws Exception {
    world.goDown(shop);
    assertThat(inbox.all()).isEmpty();
    world.restart();
    world.pass(MINUTE);
    assertThat(names()).containsExactly("database.down");

    world.restart();
    world.pass(HOUR);

    assertThat(names()).containsExactly("database.down");
  }

  private void loseTwoTogether() throws Exception {
    UUID staging = world.add("staging");
    world.answerAll(World.SILENT);
    for (int i = 0; i < 3; i++) {
      world.ask(shop);
      world.ask(staging);
      world.pass(Duration.ofSeconds(1));
    }
    world.pass(MINUTE);
  }

  @Test
  void several_at_once_are_one_post() throws Exception {
    loseTwoTogether();

    assertThat(inbox.taken()).hasSize(1);
    assertThat(names()).containsExactly("database.down", "database.down");
    assertThat(object(inbox.taken().getFirst().body()).string("text").orElseThrow())
        .startsWith("2 databases cannot be reached\nshop-cache and staging.");
  }

  @Test
  void a_post_has_at_most_a_hundred_events_and_none_is_lost() throws Exception {
    for (int n = 0; n < 110; n++) {
      world.add("database-" + n);
    }
    world.answerAll(World.SILENT);
    inbox.answering(500);
    world.pass(HOUR.multipliedBy(12));
    inbox.answering(200);
    world.pass(HOUR.multipliedBy(2));

    assertThat(inbox.taken())
        .extracting(mail -> object(mail.body()).array("events").orElseThrow().size())
        .containsExactly(100, 11);
    assertThat(events()).extracting(event -> event.string("id")).doesNotHaveDuplicates();
    assertThat(events()).extracting(event -> event.string("at").orElseThrow()).isSorted();
  }

  @Test
  void what_the_provider_says_is_part_of_the_message() throws Exception {
    List<String> asked = new ArrayList<>();
    news =
        providers -> {
          asked.addAll(providers);
          return CompletableFuture.completedFuture(
              Optional.of(new ProviderReport("Upstash", "Partial outage; eu1 is slow")));
        };
    loseTwoTogether();

    assertThat(inbox.taken()).hasSize(1);
    assertThat(asked).containsOnly("Upstash");
    Json.Obj post = object(inbox.taken().getFirst().body());
    assertThat(post.string("text").orElseThrow())
        .contains("\nUpstash reports: Partial outage; eu1 is slow\n");
    assertThat(post.object("providerReport").orElseThrow().string("text"))
        .contains("Partial outage; eu1 is slow");
    assertThat(world.only().body()).endsWith("Upstash reports: Partial outage; eu1 is slow");
  }

  @Test
  void nobody_is_asked_about_one_database() {
    news =
        providers -> {
          throw new AssertionError("asked " + providers);
        };
    goDown();

    assertThat(names()).containsExactly("database.down");
  }

  @Test
  void where_people_chat_a_night_is_one_message_in_the_morning() throws Exception {
    form = WebhookServices.named("slack");
    world.restartAt(Instant.parse("2026-05-04T17:00:00Z"));
    world.set("alert.quiet", "22:00-07:00");
    world.pass(Duration.ofHours(4));
    goDown();
    world.pass(HOUR.multipliedBy(4));
    recover();
    assertThat(inbox.all()).isEmpty();
    world.pass(HOUR.multipliedBy(6));

    assertThat(inbox.taken()).hasSize(1);
    assertThat(object(inbox.taken().getFirst().body()).string("text").orElseThrow())
        .startsWith("shop-cache is alive again\n")
        .contains("could not be reached from 23:01 to 03:02");
  }

  @Test
  void a_program_is_told_at_night() throws Exception {
    world.restartAt(Instant.parse("2026-05-04T17:00:00Z"));
    world.set("alert.quiet", "22:00-07:00");
    world.pass(Duration.ofHours(4));
    goDown();

    assertThat(names()).containsExactly("database.down");
    assertThat(world.told).as("people sleep").isEmpty();
  }

  @Test
  void while_nobody_knows_the_address_everything_is_kept_for_it() {
    Destination known = destination;
    destination = new Destination.Unknown(Sentence.verbatim("The keychain is locked."));
    goDown();
    world.pass(HOUR);
    recover();
    assertThat(inbox.all()).isEmpty();

    destination = known;
    world.pass(MINUTE);

    assertThat(names()).containsExactly("database.down", "database.recovered");
  }

  @Test
  void what_nobody_wants_to_hear_is_not_told_later() {
    Destination known = destination;
    inbox.answering(500);
    goDown();
    destination = new Destination.None();
    world.pass(MINUTE);
    inbox.answering(200);
    destination = known;
    world.pass(HOUR.multipliedBy(2));

    assertThat(names()).isEmpty();
    assertThat(world.titles()).containsExactly("shop-cache cannot be reached");
  }
}
