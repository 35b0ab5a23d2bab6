package dev.upkeep.agent;

import dev.upkeep.agent.keeping.AgentCalls;
import dev.upkeep.alert.Destination;
import dev.upkeep.alert.WebhookChannel;
import dev.upkeep.alert.rule.HeartbeatRule;
import dev.upkeep.alert.rule.HeartbeatSignal;
import dev.upkeep.alert.rule.MonitoredDatabase;
import dev.upkeep.alert.service.Delivery;
import dev.upkeep.alert.webhook.Heartbeat;
import dev.upkeep.history.store.History;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Beats: tells the heartbeat service every now and then that the keeper keeps, or that a database
/// is down. When it stopped is known to the history, so that a restart beats no sooner. A failure
/// is logged once and alarms nobody here; that is what the service is for. Owned by the agent's
/// thread: every method is called there.
final class HeartbeatSender {
  /// What was not delivered is tried again after this time, or the usual one if that is shorter.
  static final Duration RETRY = Duration.ofMinutes(5);

  private static final String MOMENT = "heartbeat";
  private static final Logger LOG = LoggerFactory.getLogger(HeartbeatSender.class);

  private final AgentCalls calls;
  private final InstantSource clock;
  private final History history;
  private final Supplier<Destination> destination;
  private final Supplier<Duration> every;
  private final Supplier<List<MonitoredDatabase>> databases;
  private final Executor background;
  private Optional<Instant> last = Optional.empty();
  private boolean lastKnown;
  private Optional<Destination> lastTold = Optional.empty();
  private Optional<Instant> retryAt = Optional.empty();
  private Optional<String> trouble = Optional.empty();
  private boolean beating;

  /// A pulse that does not beat by itself.
  ///
  /// @param every the shortest time between two beats, as it is set at the moment
  /// @param databases all of them, as they are at the moment
  /// @param background runs what blocks
  HeartbeatSender(
      AgentCalls calls,
      InstantSource clock,
      History history,
      Supplier<Destination> destination,
      Supplier<Duration> every,
      Supplier<List<MonitoredDatabase>> databases,
      Executor background) {
    this.calls = calls;
    this.clock = clock;
    this.history = history;
    this.destination = destination;
    this.every = every;
    this.databases = databases;
    this.background = background;
  }

  /// Beats if it is time to. To be called every half minute or so.
  void tend() {
    Instant now = clock.instant();
    if (beating || !(destination.get() instanceof Destination.Known known) || !isDue(known, now)) {
      return;
    }
    HeartbeatSignal beat = HeartbeatRule.judge(databases.get(), now);
    if (beat instanceof HeartbeatSignal.Silence(var why)) {
      LOG.debug("No heartbeat, because {}.", why);
      return;
    }
    beating = true;
    Heartbeat heartbeat = Heartbeat.of(known.url(), WebhookChannel.TIMEOUT);
    CompletableFuture<Void> _ =
        CompletableFuture.supplyAsync(() -> heartbeat.send(beat), background)
            .exceptionally(fault -> {
              LOG.error("A heartbeat failed in a way that nobody foresaw.", fault);
              return new Delivery.NotDelivered("of a fault in Upkeep");
            })
            .thenAccept(delivery -> calls.post(() -> ended(known, delivery, now)));
  }

  /// Why the last one was not delivered, as a clause; empty if it was.
  Optional<String> trouble() {
    return trouble;
  }

  private boolean isDue(Destination.Known known, Instant now) {
    if (!lastKnown) {
      last = history.moment(MOMENT);
      lastKnown = true;
    }
    if (lastTold.filter(told -> !told.equals(known)).isPresent()) {
      // Another service has heard nothing yet.
      return true;
    }
    if (retryAt.filter(at -> now.isBefore(at) && !at.isAfter(now.plus(every.get()))).isPresent()) {
      return false;
    }
    // One that is still to come is that of a clock that was set back.
    return last.filter(at -> !at.isAfter(now) && now.isBefore(at.plus(every.get()))).isEmpty();
  }

  private void ended(Destination.Known told, Delivery delivery, Instant at) {
    beating = false;
    lastTold = Optional.of(told);
    switch (delivery) {
      case Delivery.Delivered _, Delivery.Silent _ -> {
        last = Optional.of(at);
        retryAt = Optional.empty();
        history.setMoment(MOMENT, at);
        if (trouble.isPresent()) {
          trouble = Optional.empty();
          LOG.info("Heartbeats are delivered again.");
        }
      }
      case Delivery.NotDelivered not -> {
        Duration usual = every.get();
        retryAt = Optional.of(at.plus(usual.compareTo(RETRY) < 0 ? usual : RETRY));
        if (trouble.isEmpty()) {
          LOG.warn("A heartbeat cannot be delivered: {}. It is tried again.", not.reason());
        }
        trouble = Optional.of(not.reason());
      }
    }
  }
}
