package dev.upkeep.definitions;

import dev.upkeep.alert.service.WebhookService;
import dev.upkeep.database.Intervals;
import dev.upkeep.database.Margin;
import dev.upkeep.json.Json;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the user set beside the databases; the keys, their ranges and what they are for are in
/// [Setting].
///
/// @param interval between touches, where a database has none of its own
/// @param alertAfter failures in a row that make a database DOWN
/// @param alertGroup changes within this time are one notice
/// @param alertMargin the first level of a margin that is told: HALF, QUARTER or THREE_DAYS
/// @param recoveries whether to tell that something is well again
/// @param quietHours when notices wait
/// @param reminders at most, one a day, of something that is still down
/// @param snooze how long "Snooze" on a notice puts reminders off
/// @param desktopAlerts whether notices are shown on the desktop
/// @param webhookForm what the webhook understands; empty for what its address tells
/// @param channels further webhooks, each under a name
/// @param heartbeatEvery the shortest time between two heartbeats
/// @param statusPage of Upstash, asked when several databases there fail together; empty for never
/// @param historyKept how long single touches are kept
/// @param metricsAddress where metrics are served; empty for nowhere
/// @param controlNames the public names that prove a network; empty means the built-in ones
/// @param kept what the file held and this version does not understand, to be written again
public record Settings(
    Duration interval,
    int alertAfter,
    Duration alertGroup,
    Margin.Level alertMargin,
    boolean recoveries,
    Optional<QuietHours> quietHours,
    int reminders,
    Duration snooze,
    boolean desktopAlerts,
    Optional<WebhookService> webhookForm,
    List<AlertChannel> channels,
    Duration heartbeatEvery,
    Optional<URI> statusPage,
    Duration historyKept,
    Optional<MetricsAddress> metricsAddress,
    List<String> controlNames,
    Map<String, Json> kept) {

  public static final Settings DEFAULT =
      new Settings(
          Intervals.DEFAULT,
          3,
          Duration.ofSeconds(30),
          Margin.Level.HALF,
          true,
          Optional.empty(),
          5,
          Duration.ofHours(4),
          true,
          Optional.empty(),
          List.of(),
          Duration.ofHours(1),
          Optional.of(URI.create("https://status.upstash.com")),
          Duration.ofDays(400),
          Optional.empty(),
          List.of(),
          Map.of());

  public Settings {
    channels = List.copyOf(channels);
    controlNames = List.copyOf(controlNames);
    kept = Collections.unmodifiableMap(new LinkedHashMap<>(kept));
  }

  /// The value of a setting as text, in the form that [#with] reads; empty for an unknown key.
  public Optional<String> get(String key) {
    return Setting.of(key).map(setting -> setting.text(this));
  }

  /// Sets values by their keys, all of them or none. The text `default` takes a setting back to its
  /// default.
  ///
  /// @throws DefinitionsException with every key that is unknown and every value that cannot be
  ///   used
  public Settings with(Map<String, String> changes) throws DefinitionsException {
    SettingsDraft draft = new SettingsDraft(this);
    List<String> problems = new ArrayList<>();
    changes.forEach((key, text) ->
        Setting.of(key)
            .map(setting -> setting.read(draft, text))
            .orElseGet(() -> Optional.of(Setting.unknown(key)))
            .ifPresent(problems::add));
    if (!problems.isEmpty()) {
      throw new DefinitionsException(problems);
    }
    return draft.done();
  }

  /// The same values without what only another version understands.
  Settings withoutKept() {
    SettingsDraft draft = new SettingsDraft(this);
    draft.kept.clear();
    return draft.done();
  }
}
