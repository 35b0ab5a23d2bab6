package dev.upkeep.definitions;

import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.Intervals;
import dev.upkeep.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One setting: its key in files and commands, what it is for, and how its text is read.
public final class Setting {
  /// Takes a setting back to its default.
  static final String DEFAULT = "default";

  /// Every setting, in the order in which they are shown.
  public static final List<Setting> ALL =
      List.of(
          new Setting(
              "interval",
              "Time between touches of a database that has no interval of its own.",
              SettingForm.duration(Intervals.SHORTEST, Intervals.LONGEST),
              Settings::interval,
              (draft, value) -> draft.interval = value),
          new Setting(
              "alert.after",
              "Failures in a row before a database counts as down; 1 tells of the first one.",
              SettingForm.number(1, 100),
              Settings::alertAfter,
              (draft, value) -> draft.alertAfter = value),
          new Setting(
              "alert.group",
              "Changes within this time are one notice; what is over within it is none.",
              SettingForm.duration(Duration.ofSeconds(5), Duration.ofMinutes(10)),
              Settings::alertGroup,
              (draft, value) -> draft.alertGroup = value),
          new Setting(
              "alert.margin",
              "What is left of a database's time when you first hear of it, while nothing renews it.",
              SettingForm.MARGIN,
              Settings::alertMargin,
              (draft, value) -> draft.alertMargin = value),
          new Setting(
              "alert.recovery",
              "Also tell when what you were told of is well again.",
              SettingForm.FLAG,
              Settings::recoveries,
              (draft, value) -> draft.recoveries = value),
          new Setting(
              "alert.quiet",
              "Hours of the day in which notices wait; three days of margin break through.",
              SettingForm.QUIET_HOURS,
              Settings::quietHours,
              (draft, value) -> draft.quietHours = value),
          new Setting(
              "alert.reminders",
              "How often to remind, once a day, of a database that is still down.",
              SettingForm.number(0, 30),
              Settings::reminders,
              (draft, value) -> draft.reminders = value),
          new Setting(
              "alert.snooze",
              "For how long Snooze on a notice holds back what would repeat it.",
              SettingForm.duration(Duration.ofMinutes(10), Duration.ofDays(7)),
              Settings::snooze,
              (draft, value) -> draft.snooze = value),
          new Setting(
              "alert.desktop",
              "Show notices on the desktop.",
              SettingForm.FLAG,
              Settings::desktopAlerts,
              (draft, value) -> draft.desktopAlerts = value),
          new Setting(
              "webhook.form",
              "What the webhook understands; the webhook's address is kept as a secret.",
              SettingForm.SERVICE,
              Settings::webhookForm,
              (draft, value) -> draft.webhookForm = value),
          new Setting(
              "webhook.channels",
              "Further webhooks by name, each told on its own; see webhook.NAME.url.",
              SettingForm.CHANNELS,
              Settings::channels,
              (draft, value) -> draft.channels = value),
          new Setting(
              "heartbeat.every",
              "Shortest time between two heartbeats; the heartbeat's address is kept as a secret.",
              SettingForm.duration(Duration.ofMinutes(1), Duration.ofDays(7)),
              Settings::heartbeatEvery,
              (draft, value) -> draft.heartbeatEvery = value),
          new Setting(
              "status.url",
              "Upstash's public status page, asked when several databases there fail together.",
              SettingForm.PAGE,
              Settings::statusPage,
              (draft, value) -> draft.statusPage = value),
          new Setting(
              "history.keep",
              "How long single touches are kept; daily sums are kept for ever.",
              SettingForm.duration(Duration.ofDays(7), Duration.ofDays(3650)),
              Settings::historyKept,
              (draft, value) -> draft.historyKept = value),
          new Setting(
              "metrics.address",
              "Where to serve metrics and health over HTTP; :9464 is for this computer alone.",
              SettingForm.METRICS_ADDRESS,
              Settings::metricsAddress,
              (draft, value) -> draft.metricsAddress = value),
          new Setting(
              "network.names",
              "Public names that prove that this computer is online.",
              SettingForm.NAMES,
              Settings::controlNames,
              (draft, value) -> draft.controlNames = value));

  private final String key;
  private final String help;
  private final Bound<?> bound;

  private <T> Setting(
      String key,
      String help,
      SettingForm<T> form,
      Function<Settings, T> get,
      BiConsumer<SettingsDraft, T> set) {
    this.key = key;
    this.help = help;
    this.bound = new Bound<>(form, get, set);
  }

  /// A form with the place that its values belong to.
  private record Bound<T>(
      SettingForm<T> form, Function<Settings, T> get, BiConsumer<SettingsDraft, T> set) {
    boolean read(SettingsDraft draft, String text) {
      Optional<T> value = form.parse().apply(text);
      value.ifPresent(present -> set.accept(draft, present));
      return value.isPresent();
    }

    void reset(SettingsDraft draft) {
      set.accept(draft, get.apply(Settings.DEFAULT));
    }

    String text(Settings settings) {
      return form.text().apply(get.apply(settings));
    }

    Json json(Settings settings) {
      return switch (get.apply(settings)) {
        case Integer number -> Json.of(number);
        case Boolean flag -> Json.of(flag);
        default -> Json.of(text(settings));
      };
    }
  }

  /// The setting of this key, which is exact.
  public static Optional<Setting> of(String key) {
    return ALL.stream().filter(setting -> setting.key.equals(key)).findFirst();
  }

  /// What to say about a key that is none.
  static String unknown(String key) {
    String shown =
        key.length() <= 100 && DatabaseName.problem(key).isEmpty() ? " \"" + key + "\"" : "";
    return String.format(
        Locale.ROOT,
        "There is no setting%s. The settings are: %s.",
        shown,
        ALL.stream().map(Setting::key).collect(Collectors.joining(", ")));
  }

  /// As in `upkeep settings alert.after 3`.
  public String key() {
    return key;
  }

  /// What it is for, as one sentence.
  public String help() {
    return help;
  }

  /// Whether it says where this computer asks, or may be asked: a file from elsewhere must not
  /// decide that.
  public boolean isAddress() {
    return List.of(SettingForm.PAGE, SettingForm.METRICS_ADDRESS, SettingForm.NAMES)
        .contains(bound.form());
  }

  /// What its values look like, to follow the key: "is true or false."
  public String expected() {
    return wanted().inWords();
  }

  /// What its values look like.
  public Expected wanted() {
    return bound.form().expected();
  }

  /// Its value as text.
  public String text(Settings settings) {
    return bound.text(settings);
  }

  boolean isDefault(Settings settings) {
    return text(settings).equals(text(Settings.DEFAULT));
  }

  Json json(Settings settings) {
    return bound.json(settings);
  }

  /// Reads a text into the draft.
  ///
  /// @return what is wrong with the text, as a sentence without it; empty when nothing is
  Optional<String> read(SettingsDraft draft, String text) {
    String stripped = text.strip();
    if (stripped.equals(DEFAULT)) {
      bound.reset(draft);
    } else if (!bound.read(draft, stripped)) {
      return Optional.of(key + " " + expected());
    }
    draft.kept.remove(key);
    return Optional.empty();
  }
}
