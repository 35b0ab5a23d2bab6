package dev.upkeep.alert;

import dev.upkeep.alert.mail.Letter;
import dev.upkeep.alert.mail.MailPost;
import dev.upkeep.alert.message.AlertText;
import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.alert.service.Delivery;
import dev.upkeep.alert.service.Post;
import dev.upkeep.alert.webhook.Posts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Tells by e-mail: one letter for what happens together, which waits for the end of quiet hours.
public final class MailChannel implements Channel {
  public static final String NAME = "mail";

  private final Supplier<MailTarget> target;
  private final InstantSource clock;
  private final Executor background;
  private final LastTrouble trouble = new LastTrouble();

  /// A channel that has sent nothing.
  ///
  /// @param target as it is known at the moment, asked on the agent's thread
  /// @param background runs what blocks
  public MailChannel(Supplier<MailTarget> target, InstantSource clock, Executor background) {
    this.target = target;
    this.clock = clock;
    this.background = background;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Reach reach() {
    return switch (target.get()) {
      case MailTarget.Ready _ -> Reach.OPEN;
      case MailTarget.None _ -> Reach.CLOSED;
      case MailTarget.Unknown _ -> Reach.UNKNOWN;
    };
  }

  @Override
  public boolean keepsQuiet() {
    return true;
  }

  @Override
  public Duration worthTelling() {
    return Duration.ofDays(7);
  }

  @Override
  public CompletableFuture<Delivery> deliver(AlertText bulletin) {
    if (!(target.get() instanceof MailTarget.Ready ready)) {
      return CompletableFuture.completedFuture(
          new Delivery.NotDelivered("its password is not known"));
    }
    UUID id = id(bulletin.announcements());
    Instant now = clock.instant();
    return CompletableFuture.supplyAsync(() -> send(ready, Posts.of(bulletin), id, now), background)
        .thenApply(trouble::noted);
  }

  /// The id of what happened, and of several together one made of theirs: a mailbox that throws
  /// away what it has already must not throw away more than that.
  private static UUID id(List<Announcement> all) {
    return all.size() == 1
        ? all.getFirst().event()
        : UUID.nameUUIDFromBytes(
            all.stream()
                .map(one -> one.event().toString())
                .collect(Collectors.joining(" "))
                .getBytes(StandardCharsets.US_ASCII));
  }

  /// Sends one letter. Blocks.
  ///
  /// @param id the same at every attempt
  public static Delivery send(MailTarget.Ready target, Post post, UUID id, Instant at) {
    return new MailPost(target.server(), target.password())
        .send(Letter.of(post, target.from(), target.to(), id, at));
  }

  /// Why the last letter was not delivered, as a clause; empty if it was.
  public Optional<String> trouble() {
    return trouble.now();
  }
}
