package dev.upkeep.definitions;

import dev.upkeep.alert.service.MailAddress;
import dev.upkeep.alert.service.MailServer;
import dev.upkeep.alert.service.WebhookService;
import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.Intervals;
import dev.upkeep.database.Margin;
import dev.upkeep.json.Json;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// One setting, as a key that knows its type: what it is called in files and commands, what it is
/// when nobody sets it, what its values look like, and what it is for. A constant here is all that
/// a new one needs; `settings.get(Setting.INTERVAL)` gives its value.
public final class Setting<T> {
  /// Takes a setting back to its default.
  static final String DEFAULT = "default";

  private static final List<Setting<?>> MADE = new ArrayList<>();

  public static final Setting<Duration> INTERVAL =
      setting(
          "interval",
          Intervals.DEFAULT,
          SettingForm.duration(Intervals.SHORTEST, Intervals.LONGEST),
          "Time between touches of a database that has no interval of its own.");

  public static final Setting<Integer> ALERT_AFTER =
      setting(
          "alert.after",
          3,
          SettingForm.number(1, 100),
          "Failures in a row before a database counts as down; 1 tells of the first one.");

  public static final Setting<Duration> ALERT_GROUP =
      setting(
          "alert.group",
          Duration.ofSeconds(30),
          SettingForm.duration(Duration.ofSeconds(5), Duration.ofMinutes(10)),
          "Changes within this time are one notice; what is over within it is none.");

  /// HALF, QUARTER or THREE_DAYS.
  public static final Setting<Margin.Level> ALERT_MARGIN =
      setting(
          "alert.margin",
          Margin.Level.HALF,
          SettingForm.MARGIN,
          "What is left of a database's time when you first hear of it, while nothing renews it.");

  public static final Setting<Boolean> ALERT_RECOVERY =
      setting(
          "alert.recovery",
          true,
          SettingForm.FLAG,
          "Also tell when what you were told of is well again.");

  public static final Setting<Optional<QuietHours>> ALERT_QUIET =
      setting(
          "alert.quiet",
          Optional.empty(),
          SettingForm.QUIET_HOURS,
          "Hours of the day in which notices wait; three days of margin break through.");

  public static final Setting<Integer> ALERT_REMINDERS =
      setting(
          "alert.reminders",
          5,
          SettingForm.number(0, 30),
          "How often to remind, once a day, of a database that is still down.");

  public static final Setting<Duration> ALERT_SNOOZE =
      setting(
          "alert.snooze",
          Duration.ofHours(4),
          SettingForm.duration(Duration.ofMinutes(10), Duration.ofDays(7)),
          "For how long Snooze on a notice holds back what would repeat it.");

  public static final Setting<Boolean> ALERT_DESKTOP =
      setting("alert.desktop", true, SettingForm.FLAG, "Show notices on the desktop.");

  /// Empty for what the address tells.
  public static final Setting<Optional<WebhookService>> WEBHOOK_FORM =
      setting(
          "webhook.form",
          Optional.empty(),
          SettingForm.SERVICE,
          "What the webhook understands; the webhook's address is kept as a secret.");

  /// Further webhooks, each under a name.
  public static final Setting<List<AlertChannel>> WEBHOOK_CHANNELS =
      setting(
          "webhook.channels",
          List.of(),
          SettingForm.CHANNELS,
          "Further webhooks by name, each told on its own; see webhook.NAME.url.");

  /// Nobody unless it is set.
  public static final Setting<List<MailAddress>> ALERT_MAIL =
      setting(
          "alert.mail",
          List.of(),
          SettingForm.RECIPIENTS,
          "Who is told by e-mail, over the server that mail.server names.");

  /// Empty for none.
  public static final Setting<Optional<MailServer>> MAIL_SERVER =
      setting(
          "mail.server",
          Optional.empty(),
          SettingForm.MAIL_SERVER,
          "Where e-mail is handed in; the password, mail.password, is kept as a secret.");

  /// Empty for the user of the server, or else the first who is told.
  public static final Setting<Optional<MailAddress>> MAIL_FROM =
      setting(
          "mail.from",
          Optional.empty(),
          SettingForm.MAIL_FROM,
          "Whom e-mail is from, unless that is the user of the server.");

  public static final Setting<Duration> HEARTBEAT_EVERY =
      setting(
          "heartbeat.every",
          Duration.ofHours(1),
          SettingForm.duration(Duration.ofMinutes(1), Duration.ofDays(7)),
          "Shortest time between two heartbeats; the heartbeat's address is kept as a secret.");

  /// Empty for never.
  public static final Setting<Optional<URI>> STATUS_URL =
      setting(
          "status.url",
          Optional.of(URI.create("https://status.upstash.com")),
          SettingForm.PAGE,
          "Upstash's public status page, asked when several databases there fail together.");

  public static final Setting<Duration> HISTORY_KEEP =
      setting(
          "history.keep",
          Duration.ofDays(400),
          SettingForm.duration(Duration.ofDays(7), Duration.ofDays(3650)),
          "How long single touches are kept; daily sums are kept for ever.");

  /// Empty for nowhere.
  public static final Setting<Optional<MetricsAddress>> METRICS_ADDRESS =
      setting(
          "metrics.address",
          Optional.empty(),
          SettingForm.METRICS_ADDRESS,
          "Where to serve metrics and health over HTTP; :9464 is for this computer alone.");

  /// Empty for the built-in ones.
  public static final Setting<List<String>> NETWORK_NAMES =
      setting(
          "network.names",
          List.of(),
          SettingForm.NAMES,
          "Public names that prove that this computer is online.");

  /// Every setting, in the order in which they are shown.
  public static final List<Setting<?>> ALL = List.copyOf(MADE);

  private final String key;
  private final T usual;
  private final SettingForm<T> form;
  private final String help;

  private Setting(String key, T usual, SettingForm<T> form, String help) {
    this.key = key;
    this.usual = usual;
    this.form = form;
    this.help = help;
  }

  private static <T> Setting<T> setting(String key, T usual, SettingForm<T> form, String help) {
    Setting<T> made = new Setting<>(key, usual, form, help);
    MADE.add(made);
    return made;
  }

  /// The setting of this key, which is exact.
  public static Optional<Setting<?>> of(String key) {
    return ALL.stream().<Setting<?>>map(one -> one).filter(one -> one.key.equals(key)).findFirst();
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

  /// Its value when nobody sets it.
  public T usual() {
    return usual;
  }

  /// The same as text.
  public String usualText() {
    return form.text().apply(usual);
  }

  /// Whether it says where this computer asks, or may be asked: a file from elsewhere must not
  /// decide that.
  public boolean isAddress() {
    return List.of(
            SettingForm.PAGE,
            SettingForm.METRICS_ADDRESS,
            SettingForm.NAMES,
            SettingForm.RECIPIENTS,
            SettingForm.MAIL_SERVER)
        .contains(form);
  }

  /// What its values look like, to follow the key: "is true or false."
  public String expected() {
    return wanted().inWords();
  }

  /// What its values look like.
  public Expected wanted() {
    return form.expected();
  }

  /// Its value as text.
  public String text(Settings settings) {
    return form.text().apply(settings.get(this));
  }

  boolean isDefault(Settings settings) {
    return text(settings).equals(usualText());
  }

  Json json(Settings settings) {
    return switch (settings.get(this)) {
      case Integer number -> Json.of(number);
      case Boolean flag -> Json.of(flag);
      default -> Json.of(text(settings));
    };
  }

  /// Reads a text into the draft.
  ///
  /// @return what is wrong with the text, as a sentence without it; empty when nothing is
  Optional<String> read(SettingsDraft draft, String text) {
    String stripped = text.strip();
    Optional<T> value =
        stripped.equals(DEFAULT) ? Optional.of(usual) : form.parse().apply(stripped);
    if (value.isEmpty()) {
      return Optional.of(key + " " + expected());
    }
    draft.put(this, value.get());
    return Optional.empty();
  }

  @Override
  public String toString() {
    return key;
  }
}
