package dev.upkeep.cli.settings;

import dev.upkeep.control.Integration;
import dev.upkeep.definitions.Setting;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What settings are for, as they say it themselves, and the secrets beside them.
public final class SettingHelp {
  private SettingHelp() {}

  /// One sentence; empty for a key that this version does not know.
  static String of(String key) {
    return Setting.of(key).map(Setting::help).or(() -> outlet(key)).orElse("");
  }

  /// What it is for, what it takes, and its default.
  static Optional<String> whole(String key) {
    return Setting.of(key).map(SettingHelp::whole);
  }

  /// The same of all, by their keys in their order.
  public static Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    Setting.ALL.forEach(setting -> all.put(setting.key(), whole(setting)));
    Stream.concat(Integration.values().stream(), Stream.of(Integration.MAIL))
        .map(Integration::urlKey)
        .forEach(key -> all.put(key, outlet(key).orElseThrow()));
    return all;
  }

  private static String whole(Setting<?> setting) {
    return setting.help()
        + " It "
        + setting.expected()
        + " The default is "
        + setting.usualText()
        + ".";
  }

  private static Optional<String> outlet(String key) {
    return switch (key) {
      case "webhook.url" ->
          Optional.of("Where everything is posted that people are told; a secret.");
      case "mail.password" -> Optional.of("What the user of mail.server logs in with; a secret.");
      case "heartbeat.url" ->
          Optional.of("Where to say, now and then, that the keeper is alive; a secret.");
      default -> Optional.empty();
    };
  }
}
