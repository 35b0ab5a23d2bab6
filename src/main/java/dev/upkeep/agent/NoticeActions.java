package dev.upkeep.agent;

import dev.upkeep.schedule.Scheduler;
import dev.upkeep.touch.Touch;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the buttons of a notice do. Owned by the agent's thread.
final class NoticeActions implements DesktopChannel.Actions {
  private final Supplier<Duration> snooze;
  private final Consumer<Collection<UUID>> show;
  private Scheduler scheduler;
  private Alerts alerts;

  @SuppressWarnings("NullAway.Init") // see attach()
  NoticeActions(Supplier<Duration> snooze, Consumer<Collection<UUID>> show) {
    this.snooze = snooze;
    this.show = show;
  }

  /// Has to come before anything else: a notice leads to parts that need the notices.
  void attach(Scheduler theScheduler, Alerts theAlerts) {
    scheduler = theScheduler;
    alerts = theAlerts;
  }

  @Override
  public void show(Collection<UUID> databases) {
    show.accept(databases);
  }

  @Override
  public void touch(Collection<UUID> databases) {
    for (UUID id : databases) {
      Optional<CompletableFuture<Touch>> _ = scheduler.touchNow(id);
    }
  }

  @Override
  public void snooze(Collection<UUID> databases) {
    alerts.snooze(databases, snooze.get());
  }

  /// A touch asks the keychain, and the keychain asks the person.
  @Override
  public void unlock(Collection<UUID> databases) {
    touch(databases);
  }
}
