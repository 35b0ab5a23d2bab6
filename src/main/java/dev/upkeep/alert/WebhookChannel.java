package dev.upkeep.alert;

import dev.upkeep.alert.message.AlertText;
import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.alert.service.Delivery;
import dev.upkeep.alert.service.Post;
import dev.upkeep.alert.service.WebhookService;
import dev.upkeep.alert.webhook.Posts;
import dev.upkeep.alert.webhook.Webhook;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Posts bulletins to a webhook. Where people chat they arrive as one message each, and wait for
/// the end of quiet hours; programs are told every event, at once.
///
/// A post that was taken although its answer got lost is made again, since nobody here can know:
/// the `id` of an event tells programs that they have seen it.
public final class WebhookChannel implements Channel {
  public static final String NAME = "webhook";

  /// Longer than for the one-shot ping: here nobody waits, and a service that is only slow is not
  /// told twice.
  public static final Duration TIMEOUT = Duration.ofSeconds(15);

  /// Keeps a post far below what services and proxies take.
  private static final int EVENTS_AT_ONCE = 100;

  private final String name;
  private final Predicate<Announcement> wanted;
  private final Supplier<Destination> destination;
  private final Supplier<Optional<WebhookService>> service;
  private final Executor background;
  private final LastTrouble trouble = new LastTrouble();

  /// A channel that has posted nothing, and is told of everything.
  ///
  /// @param destination as it is known at the moment, asked on the agent's thread
  /// @param service as it is set at the moment; empty for the one that suits the address
  /// @param background runs what blocks
  public WebhookChannel(
      Supplier<Destination> destination,
      Supplier<Optional<WebhookService>> service,
      Executor background) {
    this(NAME, _ -> true, destination, service, background);
  }

  /// The same under a name.
  ///
  /// @param name of its place in the outbox: [#NAME], or that and a dot before its own
  /// @param wanted what it is told of, as it is set at the moment
  public WebhookChannel(
      String name,
      Predicate<Announcement> wanted,
      Supplier<Destination> destination,
      Supplier<Optional<WebhookService>> service,
      Executor background) {
    this.name = name;
    this.wanted = wanted;
    this.destination = destination;
    this.service = service;
    this.background = background;
  }

  @Override
  public String name() {
    return name;
  }

  /// Whether this is the place of one that a person has named.
  public static boolean isNamed(String place) {
    return place.startsWith(NAME + ".");
  }

  @Override
  public boolean wants(Announcement announcement) {
    return wanted.test(announcement);
  }

  @Override
  public Reach reach() {
    return switch (destination.get()) {
      case Destination.Known _ -> Reach.OPEN;
      case Destination.None _ -> Reach.CLOSED;
      case Destination.Unknown _ -> Reach.UNKNOWN;
    };
  }

  @Override
  public boolean keepsQuiet() {
    return !isForPrograms();
  }

  /// A long weekend without a network, with some room.
  @Override
  public Duration worthTelling() {
    return Duration.ofDays(7);
  }

  @Override
  public int mostAtOnce() {
    return isForPrograms() ? EVENTS_AT_ONCE : Integer.MAX_VALUE;
  }

  @Override
  public CompletableFuture<Delivery> deliver(AlertText bulletin) {
    Optional<Webhook> webhook = webhook();
    if (webhook.isEmpty()) {
      return CompletableFuture.completedFuture(
          new Delivery.NotDelivered("its address is not known"));
    }
    Post post = Posts.of(bulletin);
    return CompletableFuture.supplyAsync(() -> webhook.get().send(post), background)
        .thenApply(trouble::noted);
  }

  /// Why the last post was not delivered, as a clause; empty if it was.
  public Optional<String> trouble() {
    return trouble.now();
  }

  private boolean isForPrograms() {
    return webhook().filter(webhook -> !webhook.forPrograms()).isEmpty();
  }

  private Optional<Webhook> webhook() {
    return destination.get() instanceof Destination.Known known
        ? Optional.of(Webhook.of(known.url(), service.get(), TIMEOUT))
        : Optional.empty();
  }
}
