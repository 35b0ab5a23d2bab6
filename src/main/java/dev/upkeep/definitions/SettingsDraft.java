package dev.upkeep.definitions;

import dev.upkeep.alert.service.WebhookService;
import dev.upkeep.database.Margin;
import dev.upkeep.json.Json;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Settings in the making, for [Setting] to fill in; never leaves the package.
final class SettingsDraft {
  Duration interval;
  int alertAfter;
  Duration alertGroup;
  Margin.Level alertMargin;
  boolean recoveries;
  Optional<QuietHours> quietHours;
  int reminders;
  Duration snooze;
  boolean desktopAlerts;
  Optional<WebhookService> webhookForm;
  List<AlertChannel> channels;
  Duration heartbeatEvery;
  Optional<URI> statusPage;
  Duration historyKept;
  Optional<MetricsAddress> metricsAddress;
  List<String> controlNames;
  final Map<String, Json> kept;

  SettingsDraft(Settings original) {
    interval = original.interval();
    alertAfter = original.alertAfter();
    alertGroup = original.alertGroup();
    alertMargin = original.alertMargin();
    recoveries = original.recoveries();
    quietHours = original.quietHours();
    reminders = original.reminders();
    snooze = original.snooze();
    desktopAlerts = original.desktopAlerts();
    webhookForm = original.webhookForm();
    channels = original.channels();
    statusPage = original.statusPage();
    heartbeatEvery = original.heartbeatEvery();
    historyKept = original.historyKept();
    metricsAddress = original.metricsAddress();
    controlNames = original.controlNames();
    kept = new LinkedHashMap<>(original.kept());
  }

  Settings done() {
    return new Settings(
        interval,
        alertAfter,
        alertGroup,
        alertMargin,
        recoveries,
        quietHours,
        reminders,
        snooze,
        desktopAlerts,
        webhookForm,
        channels,
        heartbeatEvery,
        statusPage,
        historyKept,
        metricsAddress,
        controlNames,
        kept);
  }
}
