package dev.upkeep.cli.settings;

import dev.upkeep.control.Integration;
import dev.upkeep.definitions.Setting;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.SettingPhrase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What settings are for, as they say it themselves, and the secrets beside them.
public final class SettingHelp {
  private SettingHelp() {}

  /// One sentence; empty for a key that this version does not know.
  static Optional<Sentence> of(String key) {
    return Setting.of(key).map(Setting::help).or(() -> outlet(key));
  }

  /// What it is for, what it takes, and its default.
  static Optional<Sentence> whole(String key) {
    return Setting.of(key).map(SettingHelp::whole);
  }

  /// The same of all, by their keys in their order.
  public static Map<String, Sentence> all() {
    Map<String, Sentence> all = new LinkedHashMap<>();
    Setting.ALL.forEach(setting -> all.put(setting.key(), whole(setting)));
    Stream.concat(Integration.values().stream(), Stream.of(Integration.MAIL))
        .map(Integration::urlKey)
        .forEach(key -> all.put(key, outlet(key).orElseThrow()));
    return all;
  }

  private static Sentence whole(Setting<?> setting) {
    return setting
        .help()
        .then(SettingPhrase.IT.with(setting.expected()))
        .then(SettingPhrase.DEFAULT.with(setting.usualText()));
  }

  private static Optional<Sentence> outlet(String key) {
    return switch (key) {
      case "webhook.url" -> Optional.of(SettingPhrase.WEBHOOK_URL.with());
      case "mail.password" -> Optional.of(SettingPhrase.MAIL_PASSWORD.with());
      case "heartbeat.url" -> Optional.of(SettingPhrase.HEARTBEAT_URL.with());
      default -> Optional.empty();
    };
  }
}
