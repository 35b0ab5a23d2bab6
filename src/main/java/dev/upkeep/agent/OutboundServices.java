package dev.upkeep.agent;

import dev.upkeep.agent.keeping.AgentCalls;
import dev.upkeep.agent.keeping.Watchers;
import dev.upkeep.alert.Channel;
import dev.upkeep.alert.WebhookChannel;
import dev.upkeep.alert.message.ProviderNews;
import dev.upkeep.alert.rule.MonitoredDatabase;
import dev.upkeep.alert.service.WebhookService;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Integration;
import dev.upkeep.database.Secret;
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
final class OutboundServices {
  private static final Executor BACKGROUND =
      work -> Thread.ofVirtual().name("outreach").start(work);

  private final boolean keeping;
  private final IntegrationAddresses addresses;
  private final WebhookChannel webhook;
  private final HeartbeatSender pulse;
  private final ProviderStatus news;
  private final Integrations desk;

  /// Does nothing before it is tended.
  ///
  /// @param keeping whether databases are touched when they are due; otherwise nothing beats
  /// @param given addresses of the environment, which win
  /// @param settings as they are at the moment, asked on the agent's thread
  /// @param statuses of all databases at the moment, asked on the agent's thread
  OutboundServices(
      boolean keeping,
      AgentCalls calls,
      InstantSource clock,
      Map<Integration, Secret> given,
      String label,
      Secrets secrets,
      History history,
      Watchers watchers,
      Supplier<Settings> settings,
      Supplier<List<DatabaseStatus>> statuses) {
    this.keeping = keeping;
    Supplier<Optional<WebhookService>> form = () -> settings.get().webhookForm();
    addresses = new IntegrationAddresses(calls, clock, secrets, given);
    webhook = new WebhookChannel(() -> addresses.of(Integration.WEBHOOK), form, BACKGROUND);
    pulse =
        new HeartbeatSender(
            calls,
            clock,
            history,
            () -> addresses.of(Integration.HEARTBEAT),
            () -> settings.get().heartbeatEvery(),
            () -> statuses.get().stream().map(OutboundServices::vital).toList(),
            BACKGROUND);
    news =
        new ProviderStatus(
            calls,
            clock,
            () -> settings.get().statusPage(),
            page -> StatusPage.at(page).ask(),
            BACKGROUND);
    desk = new Integrations(calls, addresses, secrets, watchers, form, this::trouble, label, clock);
  }

  Channel channel() {
    return webhook;
  }

  ProviderNews news() {
    return news;
  }

  Integrations desk() {
    return desk;
  }

  /// To be called at the start and every half minute, on the agent's thread.
  void tend() {
    addresses.tend();
    if (keeping) {
      pulse.tend();
    }
  }

  private Optional<String> trouble(Integration outlet) {
    return switch (outlet) {
      case WEBHOOK -> webhook.trouble();
      case HEARTBEAT -> pulse.trouble();
    };
  }

  private static MonitoredDatabase vital(DatabaseStatus status) {
    return new MonitoredDatabase(
        status.database().name(),
        status.health(),
        status.last().map(RecordedTouch::touch),
        status.nextDue());
  }
}
