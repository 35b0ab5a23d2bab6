package dev.upkeep.window.settings;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.database.DurationText;
import dev.upkeep.definitions.Expected;
import dev.upkeep.definitions.Setting;
import dev.upkeep.window.text.ErrorWords;
import dev.upkeep.window.text.Texts;
import java.util.Optional;

/// Says why a setting was not taken, at its field and in the window's language. Pure.
final class SettingRefusal {
  private SettingRefusal() {}

  /// What would be taken, if what was typed is none of it; else why the agent does not do it.
  static String of(String key, AgentException e, Texts texts) {
    boolean invalid = e instanceof Refused refused && refused.reason() == Refused.Reason.INVALID;
    return Setting.of(key)
        .filter(_ -> invalid)
        .flatMap(setting -> wanted(setting.wanted(), texts))
        .or(() -> key.equals(MetricsRow.SETTING) ? metrics(e, texts) : Optional.empty())
        .or(() -> invalid ? other(key, texts) : Optional.empty())
        .orElseGet(() -> ErrorWords.of(e, texts));
  }

  private static Optional<String> other(String key, Texts texts) {
    return switch (key) {
      case "network.names" -> Optional.of(texts.say(SettingsText.WANTS_NAMES));
      case "status.url" -> Optional.of(texts.say(SettingsText.WANTS_PAGE));
      case "alert.mail" -> Optional.of(texts.say(IntegrationText.WANTS_MAIL_TO));
      case "mail.server" -> Optional.of(texts.say(IntegrationText.WANTS_MAIL_SERVER));
      default -> Optional.empty();
    };
  }

  /// Either this is no address, or the system does not give it.
  private static Optional<String> metrics(AgentException e, Texts texts) {
    return switch (e) {
      case Refused refused ->
          switch (refused.reason()) {
            case INVALID -> Optional.of(texts.say(MetricsText.WANTS_ADDRESS));
            case SYSTEM ->
                Optional.of(texts.say(MetricsText.NOT_SERVED, ErrorWords.of(refused, texts)));
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  private static Optional<String> wanted(Expected expected, Texts texts) {
    return switch (expected) {
      case Expected.Length(var shortest, var longest) ->
          Optional.of(
              texts.say(
                  SettingsText.WANTS_DURATION,
                  DurationText.of(shortest),
                  DurationText.of(longest)));
      case Expected.WholeNumber(var least, var most) ->
          Optional.of(texts.say(SettingsText.WANTS_NUMBER, least, most));
      case Expected.Hours _ -> Optional.of(texts.say(SettingsText.WANTS_HOURS));
      // Ticked or chosen, so nobody gets it wrong.
      case Expected.Flag _, Expected.Word _, Expected.Other _ -> Optional.empty();
    };
  }
}
