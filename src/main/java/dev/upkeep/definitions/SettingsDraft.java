package dev.upkeep.definitions;

import dev.upkeep.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Settings in the making, for [Setting] to fill in; never leaves the package.
final class SettingsDraft {
  Duration interval;
  int alertAfter;
  Optional<QuietHours> quietHours;
  int reminders;
  boolean desktopAlerts;
  Duration heartbeatEvery;
  Duration historyKept;
  List<String> controlNames;
  final Map<String, Json> kept;

  SettingsDraft(Settings original) {
    interval = original.interval();
    alertAfter = original.alertAfter();
    quietHours = original.quietHours();
    reminders = original.reminders();
    desktopAlerts = original.desktopAlerts();
    heartbeatEvery = original.heartbeatEvery();
    historyKept = original.historyKept();
    controlNames = original.controlNames();
    kept = new LinkedHashMap<>(original.kept());
  }

  Settings done() {
    return new Settings(
        interval,
        alertAfter,
        quietHours,
        reminders,
        desktopAlerts,
        heartbeatEvery,
        historyKept,
        controlNames,
        kept);
  }
}
