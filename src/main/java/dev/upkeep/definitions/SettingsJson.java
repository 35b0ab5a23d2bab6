package dev.upkeep.definitions;

import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import dev.upkeep.language.DefinitionsPhrase;
import dev.upkeep.language.Sentence;
import java.util.List;
import java.util.Optional;

/// Settings in the file: only those that differ from their defaults, by the keys of [Setting].
final class SettingsJson {
  private SettingsJson() {}

  static Json.Obj write(Settings settings) {
    JsonBuilder json = Json.object();
    for (Setting<?> setting : Setting.ALL) {
      if (!setting.isDefault(settings)) {
        json.put(setting.key(), setting.json(settings));
      }
    }
    settings.kept().forEach(json::put);
    return json.build();
  }

  /// Reads what it can. A value that cannot be used leaves the default in force, and stays in the
  /// file until its setting is set anew.
  static Settings read(Json.Obj json, List<Sentence> problems) {
    SettingsDraft draft = new SettingsDraft(Settings.DEFAULT);
    json.members()
        .forEach((key, value) -> {
          Optional<Setting<?>> known = Setting.of(key);
          if (known.isEmpty()) {
            keepForeign(draft, key, value, problems);
            return;
          }
          known
              .get()
              .read(draft, text(value))
              .ifPresent(problem -> {
                problems.add(
                    DefinitionsPhrase.SETTINGS.with(
                        DefinitionsPhrase.DEFAULT_COUNTS.with(problem)));
                keepForeign(draft, key, value, problems);
              });
        });
    return draft.done();
  }

  private static void keepForeign(
      SettingsDraft draft, String key, Json value, List<Sentence> problems) {
    if (SecretMembers.isSecret(key, value)) {
      problems.add(DefinitionsPhrase.SETTINGS.with(SecretMembers.PROBLEM));
    } else {
      draft.kept.put(key, SecretMembers.without(value));
    }
  }

  /// The text that a person would have typed; none that any setting reads for arrays and objects.
  private static String text(Json value) {
    return switch (value) {
      case Json.Str(var text) -> text;
      case Json.Num(var literal) -> literal;
      case Json.Bool(var flag) -> Boolean.toString(flag);
      case Json.Null _, Json.Arr _, Json.Obj _ -> "";
    };
  }
}
