package dev.upkeep.definitions;

import dev.upkeep.json.Json;
import dev.upkeep.language.Sentence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the user set beside the databases; the keys, their ranges and what they are for are in
/// [Setting].
public final class Settings {
  public static final Settings DEFAULT = new Settings(Map.of(), Map.of());

  private final Map<Setting<?>, Object> values;
  private final Map<String, Json> kept;

  /// @param values those that differ from their defaults, each of its setting's type
  /// @param kept what the file held and this version does not understand, to be written again
  Settings(Map<Setting<?>, Object> values, Map<String, Json> kept) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    this.kept = Collections.unmodifiableMap(new LinkedHashMap<>(kept));
  }

  /// The value of a setting.
  @SuppressWarnings("unchecked") // SettingsDraft puts in nothing of another type
  public <T> T get(Setting<T> setting) {
    return (T) values.getOrDefault(setting, setting.usual());
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
    List<Sentence> problems = new ArrayList<>();
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

  /// What the file held and this version does not understand.
  Map<String, Json> kept() {
    return kept;
  }

  Map<Setting<?>, Object> values() {
    return values;
  }

  /// The same values without what only another version understands.
  Settings withoutKept() {
    return new Settings(values, Map.of());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Settings that && values.equals(that.values) && kept.equals(that.kept);
  }

  @Override
  public int hashCode() {
    return 31 * values.hashCode() + kept.hashCode();
  }

  @Override
  public String toString() {
    return "Settings" + values;
  }
}
