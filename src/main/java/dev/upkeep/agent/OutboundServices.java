package dev.upkeep.agent;

import dev.upkeep.agent.keeping.AgentCalls;
import dev.upkeep.agent.keeping.Watchers;
import dev.upkeep.alert.Channel;
import dev.upkeep.alert.MailChannel;
import dev.upkeep.alert.WebhookChannel;
import dev.upkeep.alert.message.ProviderNews;
import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.alert.rule.MonitoredDatabase;
import dev.upkeep.alert.service.WebhookService;
import dev.upkeep.alert.webhook.Posts;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Integration;
import dev.upkeep.database.Secret;
import dev.upkeep.definitions.AlertChannel;
import dev.upkeep.definitions.Setting;
import dev.upkeep.definitions.Settings;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.store.History;
import dev.upkeep.secret.Secrets;
import dev.upkeep.upstash.StatusPage;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// What reaches people and programs beyond this computer, put together: webhooks, e-mail,
/// heartbeat, and the question to a provider how it does.
final class OutboundServices {
  private static final Executor BACKGROUND =
      work -> Thread.ofVirtual().name("outreach").start(work);

  private final boolean keeping;
  private final IntegrationAddresses addresses;
  private final Supplier<Settings> settings;
  private final Supplier<List<DatabaseStatus>> statuses;
  private final MailAccount account;
  private final MailChannel mail;
  private final WebhookChannel webhook;
  private final Map<String, WebhookChannel> named = new HashMap<>();
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
    this.settings = settings;
    this.statuses = statuses;
    Supplier<Optional<WebhookService>> form = () -> settings.get().get(Setting.WEBHOOK_FORM);
    account = new MailAccount(calls, clock, secrets, settings);
    mail = new MailChannel(account::target, clock, BACKGROUND);
    addresses = new IntegrationAddresses(calls, clock, secrets, given);
    webhook = new WebhookChannel(() -> addresses.of(Integration.WEBHOOK), form, BACKGROUND);
    pulse =
        new HeartbeatSender(
            calls,
            clock,
            history,
            () -> addresses.of(Integration.HEARTBEAT),
            () -> settings.get().get(Setting.HEARTBEAT_EVERY),
            () -> statuses.get().stream().map(OutboundServices::vital).toList(),
            BACKGROUND);
    news =
        new ProviderStatus(
            calls,
            clock,
            () -> settings.get().get(Setting.STATUS_URL),
            page -> StatusPage.at(page).ask(),
            BACKGROUND);
    desk =
        new Integrations(
            calls,
            addresses,
            account,
            secrets,
            watchers,
            this::outlets,
            outlet ->
                outlet.channel().isPresent()
                    ? channel(outlet.word()).flatMap(AlertChannel::form)
                    : form.get(),
            this::trouble,
            label,
            clock);
  }

  /// Those that there are, as they are set at the moment.
  List<Channel> channels() {
    List<Channel> channels = new ArrayList<>(List.of(webhook));
    outlets().stream()
        .filter(outlet -> outlet.channel().isPresent())
        .map(outlet -> named.computeIfAbsent(outlet.word(), _ -> newChannel(outlet)))
        .forEach(channels::add);
    channels.add(mail);
    return channels;
  }

  private WebhookChannel newChannel(Integration outlet) {
    return new WebhookChannel(
        outlet.word(),
        announcement -> channel(outlet.word()).filter(one -> wants(one, announcement)).isPresent(),
        () -> addresses.of(outlet),
        () -> channel(outlet.word()).flatMap(AlertChannel::form),
        BACKGROUND);
  }

  /// Of a database that is gone nobody knows the tags: only who wants all of them is told.
  private boolean wants(AlertChannel channel, Announcement announcement) {
    UUID id = announcement.subject().id();
    return channel.wants(Posts.event(announcement))
        && (channel.tags().isEmpty()
            || statuses.get().stream()
                .map(DatabaseStatus::database)
                .anyMatch(database -> database.id().equals(id) && channel.wants(database)));
  }

  private Optional<AlertChannel> channel(String word) {
    return settings.get().get(Setting.WEBHOOK_CHANNELS).stream()
        .filter(one -> Integration.channel(one.name()).word().equals(word))
        .findFirst();
  }

  private List<Integration> outlets() {
    List<Integration> outlets = new ArrayList<>(Integration.values());
    settings
        .get()
        .get(Setting.WEBHOOK_CHANNELS)
        .forEach(one -> outlets.add(Integration.channel(one.name())));
    if (settings.get().get(Setting.MAIL_SERVER).isPresent()) {
      outlets.add(Integration.MAIL);
    }
    return outlets;
  }

  ProviderNews news() {
    return news;
  }

  Integrations desk() {
    return desk;
  }

  /// To be called at the start and every half minute, on the agent's thread.
  void tend() {
    addresses.tend(outlets().stream().filter(one -> one.kind() != Integration.Kind.MAIL).toList());
    account.tend();
    if (keeping) {
      pulse.tend();
    }
  }

  private Optional<String> trouble(Integration outlet) {
    return switch (outlet.kind()) {
      case WEBHOOK ->
          outlet.channel().isEmpty()
              ? webhook.trouble()
              : Optional.ofNullable(named.get(outlet.word())).flatMap(WebhookChannel::trouble);
      case HEARTBEAT -> pulse.trouble();
      case MAIL -> mail.trouble();
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
