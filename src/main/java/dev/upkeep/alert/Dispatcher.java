package dev.upkeep.alert;

import dev.upkeep.alert.Outbox.Pending;
import dev.upkeep.alert.message.AlertText;
import dev.upkeep.alert.message.ProviderNews;
import dev.upkeep.alert.message.ProviderReport;
import dev.upkeep.alert.rule.AlertSettings;
import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.alert.service.Delivery;
import dev.upkeep.language.Language;
import dev.upkeep.words.When;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Empties the outbox, on each channel in order and one bulletin at a time. A row leaves the outbox
/// once its channel has taken it: a crash in between tells it again rather than never.
///
/// The agent's thread owns it; results of deliveries are posted to it.
public final class Dispatcher {
  static final Duration FIRST_RETRY = Duration.ofMinutes(1);
  static final Duration LAST_RETRY = Duration.ofHours(1);

  /// A channel that has not answered by then never will.
  static final Duration LONGEST_DELIVERY = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final Outbox outbox;
  private final Executor agent;
  private final InstantSource clock;
  private final Supplier<ZoneId> zone;
  private final Language language;
  private final ProviderNews news;
  private final Map<String, Leaving> leaving = new HashMap<>();
  private final Set<String> inTrouble = new HashSet<>();

  /// A dispatcher that has nothing on its way.
  ///
  /// @param agent the agent's thread
  /// @param zone of the user's clock, asked each time: a laptop travels
  /// @param language of the user
  /// @param news asked before several failures at one provider are told
  public Dispatcher(
      Outbox outbox,
      Executor agent,
      InstantSource clock,
      Supplier<ZoneId> zone,
      Language language,
      ProviderNews news) {
    this.outbox = outbox;
    this.agent = agent;
    this.clock = clock;
    this.zone = zone;
    this.language = language;
    this.news = news;
  }

  private record Leaving(List<Pending> rows, Instant since) {
    List<Announcement> announcements() {
      return rows.stream().map(Pending::announcement).toList();
    }
  }

  /// The rows that are being delivered at this moment.
  public Set<Long> leaving() {
    Set<Long> ids = new HashSet<>();
    leaving.values().forEach(one -> one.rows().forEach(pending -> ids.add(pending.row().id())));
    return ids;
  }

  /// Sends what may be sent now.
  ///
  /// @return when to look again at the latest, as far as it depends on the outbox
  public Optional<Instant> drain(
      List<Channel> channels, AlertSettings settings, Runnable whenDelivered) {
    Instant now = clock.instant();
    return channels.stream()
        .flatMap(channel -> drain(channel, settings, now, whenDelivered).stream())
        .min(Comparator.naturalOrder());
  }

  private Optional<Instant> drain(
      Channel channel, AlertSettings settings, Instant now, Runnable whenDelivered) {
    Leaving underWay = leaving.get(channel.name());
    if (underWay != null) {
      if (!now.isAfter(underWay.since().plus(LONGEST_DELIVERY))
          && !now.isBefore(underWay.since())) {
        return Optional.empty();
      }
      ended(channel, underWay, new Delivery.NotDelivered("it did not answer"));
    }
    if (channel.reach() == Channel.Reach.UNKNOWN) {
      outbox.expire(channel, now);
      return Optional.empty();
    }
    Optional<Instant> quietEnd =
        settings
            .quiet()
            .filter(quiet -> channel.keepsQuiet())
            .flatMap(quiet -> quiet.endAt(now, zone.get()));
    List<Pending> rows =
        outbox.pending(channel, now).stream()
            .filter(one -> quietEnd.isEmpty() || one.announcement().breaksThrough())
            .limit(channel.mostAtOnce())
            .toList();
    if (rows.isEmpty()) {
      return quietEnd;
    }
    Instant ready = readyAt(rows.getFirst(), now);
    if (ready.isAfter(now)) {
      return Optional.of(ready);
    }
    deliver(channel, new Leaving(rows, now), whenDelivered);
    return quietEnd;
  }

  /// No wait is longer than the last retry, unless the clock was set back.
  private static Instant readyAt(Pending first, Instant now) {
    Instant next = first.row().nextAttempt();
    boolean setBack = now.isBefore(first.row().created()) || next.isAfter(now.plus(LAST_RETRY));
    return setBack ? now : next;
  }

  private void deliver(Channel channel, Leaving rows, Runnable whenDelivered) {
    leaving.put(channel.name(), rows);
    Set<String> providers = ProviderNews.toAsk(rows.announcements());
    if (providers.isEmpty()) {
      deliver(channel, rows, Optional.empty(), whenDelivered);
      return;
    }
    CompletableFuture<Void> _ =
        news.of(providers)
            .exceptionally(fault -> {
              LOG.error("Asking a provider how it does failed in a way nobody foresaw.", fault);
              return Optional.empty();
            })
            .thenAccept(report ->
                post(() -> {
                  if (rows.equals(leaving.get(channel.name()))) {
                    deliver(channel, rows, report, whenDelivered);
                  }
                }));
  }

  private void deliver(
      Channel channel, Leaving rows, Optional<ProviderReport> report, Runnable whenDelivered) {
    AlertText bulletin =
        AlertText.of(rows.announcements(), new When(rows.since(), zone.get(), language), report);
    CompletableFuture<Void> _ =
        channel
            .deliver(bulletin)
            .exceptionally(fault -> {
              LOG.error(
                  "A channel failed in a way that nobody foresaw: {}.", channel.name(), fault);
              return new Delivery.NotDelivered("of a fault in Upkeep");
            })
            .thenAccept(delivery ->
                post(() -> {
                  // One that was given up for lost may answer after all.
                  if (rows.equals(leaving.get(channel.name()))) {
                    ended(channel, rows, delivery);
                    whenDelivered.run();
                  }
                }));
  }

  private void post(Runnable task) {
    try {
      agent.execute(task);
    } catch (RejectedExecutionException stopped) {
      LOG.debug("A delivery ended after the agent; it counts as not made.");
    }
  }

  private void ended(Channel channel, Leaving rows, Delivery delivery) {
    leaving.remove(channel.name());
    switch (delivery) {
      case Delivery.Delivered _, Delivery.Silent _ -> {
        outbox.sent(rows.rows(), clock.instant());
        if (inTrouble.remove(channel.name())) {
          LOG.info("Notices are delivered again: {}.", channel.name());
        }
      }
      case Delivery.NotDelivered(var reason, var retryAfter) -> {
        int attempts = rows.rows().getFirst().row().attempts();
        outbox.postpone(rows.rows(), clock.instant().plus(wait(attempts, retryAfter)));
        if (inTrouble.add(channel.name())) {
          LOG.warn("Notices cannot be delivered and wait: {}, because {}.", channel.name(), reason);
        }
      }
    }
  }

  /// A service may ask for more time than it would get, but not for so much that nobody hears.
  private static Duration wait(int failedBefore, Optional<Duration> retryAfter) {
    Duration usual = backoff(failedBefore);
    Duration longer = retryAfter.filter(asked -> asked.compareTo(usual) > 0).orElse(usual);
    return longer.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : longer;
  }

  static Duration backoff(int failedBefore) {
    Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failedBefore, 6));
    return wait.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : wait;
  }
}
