package dev.upkeep.definitions;

import dev.upkeep.alert.service.MailAddress;
import dev.upkeep.alert.service.MailServer;
import dev.upkeep.alert.service.WebhookService;
import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.Intervals;
import dev.upkeep.database.Margin;
import dev.upkeep.json.Json;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.SettingPhrase;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
          SettingPhrase.INTERVAL);

  public static final Setting<Integer> ALERT_AFTER =
      setting("alert.after", 3, SettingForm.number(1, 100), SettingPhrase.ALERT_AFTER);

  public static final Setting<Duration> ALERT_GROUP =
      setting(
          "alert.group",
          Duration.ofSeconds(30),
          SettingForm.duration(Duration.ofSeconds(5), Duration.ofMinutes(10)),
          SettingPhrase.ALERT_GROUP);

  /// HALF, QUARTER or THREE_DAYS.
  public static final Setting<Margin.Level> ALERT_MARGIN =
      setting("alert.margin", Margin.Level.HALF, SettingForm.MARGIN, SettingPhrase.ALERT_MARGIN);

  public static final Setting<Boolean> ALERT_RECOVERY =
      setting("alert.recovery", true, SettingForm.FLAG, SettingPhrase.ALERT_RECOVERY);

  public static final Setting<Optional<QuietHours>> ALERT_QUIET =
      setting("alert.quiet", Optional.empty(), SettingForm.QUIET_HOURS, SettingPhrase.ALERT_QUIET);

  public static final Setting<Integer> ALERT_REMINDERS =
      setting("alert.reminders", 5, SettingForm.number(0, 30), SettingPhrase.ALERT_REMINDERS);

  public static final Setting<Duration> ALERT_SNOOZE =
      setting(
          "alert.snooze",
          Duration.ofHours(4),
          SettingForm.duration(Duration.ofMinutes(10), Duration.ofDays(7)),
          SettingPhrase.ALERT_SNOOZE);

  public static final Setting<Boolean> ALERT_DESKTOP =
      setting("alert.desktop", true, SettingForm.FLAG, SettingPhrase.ALERT_DESKTOP);

  /// Empty for what the address tells.
  public static final Setting<Optional<WebhookService>> WEBHOOK_FORM =
      setting("webhook.form", Optional.empty(), SettingForm.SERVICE, SettingPhrase.WEBHOOK_FORM);

  /// Further webhooks, each under a name.
  public static final Setting<List<AlertChannel>> WEBHOOK_CHANNELS =
      setting("webhook.channels", List.of(), SettingForm.CHANNELS, SettingPhrase.WEBHOOK_CHANNELS);

  /// Nobody unless it is set.
  public static final Setting<List<MailAddress>> ALERT_MAIL =
      setting("alert.mail", List.of(), SettingForm.RECIPIENTS, SettingPhrase.ALERT_MAIL);

  /// Empty for none.
  public static final Setting<Optional<MailServer>> MAIL_SERVER =
      setting("mail.server", Optional.empty(), SettingForm.MAIL_SERVER, SettingPhrase.MAIL_SERVER);

  /// Empty for the user of the server, or else the first who is told.
  public static final Setting<Optional<MailAddress>> MAIL_FROM =
      setting("mail.from", Optional.empty(), SettingForm.MAIL_FROM, SettingPhrase.MAIL_FROM);

  public static final Setting<Duration> HEARTBEAT_EVERY =
      setting(
          "heartbeat.every",
          Duration.ofHours(1),
          SettingForm.duration(Duration.ofMinutes(1), Duration.ofDays(7)),
          SettingPhrase.HEARTBEAT_EVERY);

  /// Empty for never.
  public static final Setting<Optional<URI>> STATUS_URL =
      setting(
          "status.url",
          Optional.of(URI.create("https://status.upstash.com")),
          SettingForm.PAGE,
          SettingPhrase.STATUS_URL);

  public static final Setting<Duration> HISTORY_KEEP =
      setting(
          "history.keep",
          Duration.ofDays(400),
          SettingForm.duration(Duration.ofDays(7), Duration.ofDays(3650)),
          SettingPhrase.HISTORY_KEEP);

  /// Empty for nowhere.
  public static final Setting<Optional<MetricsAddress>> METRICS_ADDRESS =
      setting(
          "metrics.address",
          Optional.empty(),
          SettingForm.METRICS_ADDRESS,
          SettingPhrase.METRICS_ADDRESS);

  /// Empty for the built-in ones.
  public static final Setting<List<String>> NETWORK_NAMES =
      setting("network.names", List.of(), SettingForm.NAMES, SettingPhrase.NETWORK_NAMES);

  /// Nobody is asked until somebody wants that.
  public static final Setting<Boolean> UPDATE_CHECK =
      setting("update.check", false, SettingForm.FLAG, SettingPhrase.UPDATE_CHECK);

  /// Every setting, in the order in which they are shown.
  public static final List<Setting<?>> ALL = List.copyOf(MADE);

  private final String key;
  private final T usual;
  private final SettingForm<T> form;
  private final SettingPhrase help;

  private Setting(String key, T usual, SettingForm<T> form, SettingPhrase help) {
    this.key = key;
    this.usual = usual;
    this.form = form;
    this.help = help;
  }

  private static <T> Setting<T> setting(
      String key, T usual, SettingForm<T> form, SettingPhrase help) {
    Setting<T> made = new Setting<>(key, usual, form, help);
    MADE.add(made);
    return made;
  }

  /// The setting of this key, which is exact.
  public static Optional<Setting<?>> of(String key) {
    return ALL.stream().<Setting<?>>map(one -> one).filter(one -> one.key.equals(key)).findFirst();
  }

  /// What to say about a key that is none.
  static Sentence unknown(String key) {
    boolean shown = key.length() <= 100 && DatabaseName.problem(key).isEmpty();
    return SettingPhrase.UNKNOWN.with(
        shown ? SettingPhrase.QUOTED.with(key) : "",
        ALL.stream().map(Setting::key).collect(Collectors.joining(", ")));
  }

  /// As in `upkeep settings alert.after 3`.
  public String key() {
    return key;
  }

  /// What it is for, as one sentence.
  public Sentence help() {
    return help.with();
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
    return key.equals(UPDATE_CHECK.key)
        || List.of(
                SettingForm.PAGE,
                SettingForm.METRICS_ADDRESS,
                SettingForm.NAMES,
                SettingForm.RECIPIENTS,
                SettingForm.MAIL_SERVER)
            .contains(form);
  }

  /// What its values look like, to follow the key: "is true or false."
  public Sentence expected() {
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
  Optional<Sentence> read(SettingsDraft draft, String text) {
    String stripped = text.strip();
    Optional<T> value =
        stripped.equals(DEFAULT) ? Optional.of(usual) : form.parse().apply(stripped);
    if (value.isEmpty()) {
      return Optional.of(SettingPhrase.NOT.with(key, expected()));
    }
    draft.put(this, value.get());
    return Optional.empty();
  }

  @Override
  public String toString() {
    return key;
  }
}
