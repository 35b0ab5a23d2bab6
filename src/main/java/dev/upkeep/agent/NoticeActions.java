package dev.upkeep.agent;

import dev.upkeep.agent.desktop.DesktopChannel;
import dev.upkeep.agent.desktop.TrayAction;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the buttons of a notice do. Owned by the agent's thread.
final class NoticeActions implements DesktopChannel.Actions {
  private final Supplier<Duration> snooze;
  private final Consumer<TrayAction> perform;
  private Alerts alerts;
  private Consumer<String> keep = _ -> {};
  private Consumer<String> ignore = _ -> {};

  /// What acts for a person.
  ///
  /// @param perform does not block, and tells the person what came of it
  @SuppressWarnings("NullAway.Init") // see attach()
  NoticeActions(Supplier<Duration> snooze, Consumer<TrayAction> perform) {
    this.snooze = snooze;
    this.perform = perform;
  }

  /// Has to come before anything else: a notice leads to parts that need the notices.
  void attach(Alerts theAlerts) {
    alerts = theAlerts;
  }

  @Override
  public void show(Collection<UUID> databases) {
    perform.accept(
        databases.size() == 1
            ? new TrayAction.ShowHistory(databases.iterator().next())
            : new TrayAction.Open());
  }

  @Override
  public void touch(Collection<UUID> databases) {
    perform.accept(new TrayAction.Touch(List.copyOf(databases)));
  }

  @Override
  public void snooze(Collection<UUID> databases) {
    alerts.snooze(databases, snooze.get());
  }

  /// What is done with a database that an account has and nobody keeps; neither may block.
  void keeping(Consumer<String> keep, Consumer<String> ignore) {
    this.keep = keep;
    this.ignore = ignore;
  }

  @Override
  public void keep(String offered) {
    keep.accept(offered);
  }

  @Override
  public void ignore(String offered) {
    ignore.accept(offered);
  }

  @Override
  public void unlock(Collection<UUID> databases) {
    perform.accept(new TrayAction.Unlock(List.copyOf(databases)));
  }
}
