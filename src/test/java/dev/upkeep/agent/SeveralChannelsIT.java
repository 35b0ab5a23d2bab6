package dev.upkeep.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.agent.keeping.World;
import dev.upkeep.alert.Destination;
import dev.upkeep.alert.WebhookChannel;
import dev.upkeep.alert.message.ProviderNews;
import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.alert.service.AlertEvent;
import dev.upkeep.alert.webhook.Posts;
import dev.upkeep.database.Secret;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
import dev.upkeep.testing.HttpInbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Three channels in virtual time, each with a web server of its own, of which one hangs.
final class SeveralChannelsIT {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final HttpInbox first = HttpInbox.start();
  private final HttpInbox second = HttpInbox.start();
  private final HttpInbox third = HttpInbox.start();
  private final List<Runnable> hanging = new ArrayList<>();
  private boolean hangs;

  @RegisterExtension
  private final World world =
      new World(
          World.START,
          List.of(
              channel("webhook", first, Runnable::run, event -> true),
              channel("webhook.slow", second, this::perhaps, event -> true),
              channel(
                  "webhook.picky",
                  third,
                  Runnable::run,
                  one -> Posts.event(one) == AlertEvent.RECOVERED)),
          ProviderNews.NONE);

  private final UUID shop = world.keeping("shop-cache");

  private static WebhookChannel channel(
      String name, HttpInbox inbox, Executor background, Predicate<Announcement> wanted) {
    return new WebhookChannel(
        name,
        wanted,
        () -> new Destination.Known(Secret.of(inbox.url("/c4n4ry"))),
        Optional::empty,
        background);
  }

  /// What hangs is never answered.
  private void perhaps(Runnable delivery) {
    if (hangs) {
      hanging.add(delivery);
    } else {
      delivery.run();
    }
  }

  @AfterEach
  void stop() {
    Stream.of(first, second, third).forEach(HttpInbox::close);
  }

  private static List<String> names(HttpInbox inbox) {
    return inbox.taken().stream().flatMap(mail -> events(mail.body()).stream()).toList();
  }

  private static List<String> events(String body) {
    try {
      return Json.parse(body).asObject().orElseThrow().array("events").orElseThrow().stream()
          .map(event -> event.asObject().orElseThrow().string("event").orElseThrow())
          .toList();
    } catch (JsonException e) {
      throw new AssertionError(body, e);
    }
  }

  @Test
  void one_that_hangs_for_an_hour_holds_no_other_up_and_is_told_once_when_it_is_back()
      throws Exception {
    hangs = true;
    world.goDown(shop);
    world.pass(MINUTE);
    assertThat(names(first)).as("told on time").containsExactly("database.down");
    assertThat(hanging).hasSize(1);

    world.pass(Duration.ofMinutes(20));
    world.restart();
    world.pass(Duration.ofMinutes(30));
    world.touchNow(shop, World.ALIVE);
    world.pass(MINUTE);
    assertThat(names(first)).containsExactly("database.down", "database.recovered");
    assertThat(names(second)).isEmpty();
    assertThat(hanging).as("tried again, ever less often").hasSizeBetween(4, 10);

    hangs = false;
    world.pass(HOUR.multipliedBy(2));
    world.restart();
    world.pass(HOUR.multipliedBy(2));

    assertThat(names(second)).containsExactly("database.down", "database.recovered");
    assertThat(names(first)).containsExactly("database.down", "database.recovered");
  }

  @Test
  void each_is_told_of_what_it_wants() {
    world.goDown(shop);
    world.pass(MINUTE);
    world.touchNow(shop, World.ALIVE);
    world.pass(MINUTE);

    assertThat(names(third)).containsExactly("database.recovered");
    assertThat(names(second)).containsExactly("database.down", "database.recovered");
  }

  @Test
  void what_is_over_before_it_is_told_is_told_nowhere() throws Exception {
    world.set("alert.group", "10m");
    world.goDown(shop);
    world.touchNow(shop, World.ALIVE);
    world.pass(HOUR);

    assertThat(names(first)).isEmpty();
    assertThat(names(third)).isEmpty();
  }
}
