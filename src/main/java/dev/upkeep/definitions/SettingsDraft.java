package dev.upkeep.definitions;

import dev.upkeep.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/// Settings in the making, for [Setting] to fill in; never leaves the package.
final class SettingsDraft {
  private final Map<Setting<?>, Object> values;
  final Map<String, Json> kept;

  SettingsDraft(Settings original) {
    values = new LinkedHashMap<>(original.values());
    kept = new LinkedHashMap<>(original.kept());
  }

  <T> void put(Setting<T> setting, T value) {
    if (value.equals(setting.usual())) {
      values.remove(setting);
    } else {
      values.put(setting, value);
    }
    kept.remove(setting.key());
  }

  Settings done() {
    return new Settings(values, kept);
  }
}
