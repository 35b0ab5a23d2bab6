package dev.upkeep.agent;

import dev.upkeep.agent.keeping.AgentCalls;
import dev.upkeep.agent.keeping.Watchers;
import dev.upkeep.alert.Channel;
import dev.upkeep.alert.WebhookChannel;
import dev.upkeep.alert.message.ProviderNews;
import dev.upkeep.alert.rule.Vital;
import dev.upkeep.alert.webhook.WebhookForm;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Outlet;
import dev.upkeep.database.Secret;
import dev.upkeep.definitions.PostForm;
import dev.upkeep.definitions.Settings;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.store.History;
import dev.upkeep.secret.Secrets;
import dev.upkeep.upstash.StatusPage;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// What reaches people and programs beyond this computer, put together: webhook, heartbeat, and the
/// question to a provider how it does.
final class Outreach {
  private static final Executor BACKGROUND =
      work -> Thread.ofVirtual().name("outreach").start(work);

  private final boolean keeping;
  private final OutletAddresses addresses;
  private final WebhookChannel webhook;
  private final Pulse pulse;
  private final StatusQuestions news;
  private final OutletDesk desk;

  /// Does nothing before it is tended.
  ///
  /// @param keeping whether databases are touched when they are due; otherwise nothing beats
  /// @param given addresses of the environment, which win
  /// @param settings as they are at the moment, asked on the agent's thread
  /// @param statuses of all databases at the moment, asked on the agent's thread
  Outreach(
      boolean keeping,
      AgentCalls calls,
      InstantSource clock,
      Map<Outlet, Secret> given,
      String label,
      Secrets secrets,
      History history,
      Watchers watchers,
      Supplier<Settings> settings,
      Supplier<List<DatabaseStatus>> statuses) {
    this.keeping = keeping;
    Supplier<Optional<WebhookForm>> form = () -> form(settings.get().webhookForm());
    addresses = new OutletAddresses(calls, clock, secrets, given);
    webhook = new WebhookChannel(() -> addresses.of(Outlet.WEBHOOK), form, BACKGROUND);
    pulse =
        new Pulse(
            calls,
            clock,
            history,
            () -> addresses.of(Outlet.HEARTBEAT),
            () -> settings.get().heartbeatEvery(),
            () -> statuses.get().stream().map(Outreach::vital).toList(),
            BACKGROUND);
    news =
        new StatusQuestions(
            calls,
            clock,
            () -> settings.get().statusPage(),
            page -> StatusPage.at(page).ask(),
            BACKGROUND);
    desk = new OutletDesk(calls, addresses, secrets, watchers, form, this::trouble, label, clock);
  }

  Channel channel() {
    return webhook;
  }

  ProviderNews news() {
    return news;
  }

  OutletDesk desk() {
    return desk;
  }

  /// To be called at the start and every half minute, on the agent's thread.
  void tend() {
    addresses.tend();
    if (keeping) {
      pulse.tend();
    }
  }

  private Optional<String> trouble(Outlet outlet) {
    return switch (outlet) {
      case WEBHOOK -> webhook.trouble();
      case HEARTBEAT -> pulse.trouble();
    };
  }

  private static Vital vital(DatabaseStatus status) {
    return new Vital(
        status.database().name(),
        status.health(),
        status.last().map(RecordedTouch::touch),
        status.nextDue());
  }

  private static Optional<WebhookForm> form(PostForm chosen) {
    return switch (chosen) {
      case AUTO -> Optional.empty();
      case SLACK -> Optional.of(WebhookForm.SLACK);
      case DISCORD -> Optional.of(WebhookForm.DISCORD);
      case JSON -> Optional.of(WebhookForm.JSON);
    };
  }
}
