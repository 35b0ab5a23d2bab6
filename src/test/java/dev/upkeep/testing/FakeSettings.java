package dev.upkeep.testing;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.SettingsView;
import dev.upkeep.definitions.DefinitionsException;
import dev.upkeep.definitions.Setting;
import dev.upkeep.definitions.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Settings by the real rules, of an agent that is none; asked by the window's own threads.
public final class FakeSettings {
  private Settings settings = Settings.DEFAULT;
  private long revision = 1;

  public synchronized SettingsView view() {
    Map<String, String> values = new LinkedHashMap<>();
    Setting.ALL.forEach(setting -> values.put(setting.key(), setting.text(settings)));
    return new SettingsView(revision, values);
  }

  synchronized SettingsView change(long basedOn, Map<String, String> values) throws Refused {
    if (basedOn != revision) {
      throw Refused.verbatim(Refused.Reason.CONFLICT, List.of("Somebody was faster."));
    }
    try {
      settings = settings.with(values);
    } catch (DefinitionsException e) {
      throw Refused.verbatim(Refused.Reason.INVALID, e.problems());
    }
    revision++;
    return view();
  }

  /// Somebody else changes a setting, which is told later or never.
  public synchronized void elsewhere(String key, String value) throws Refused {
    change(revision, Map.of(key, value));
  }

  /// Somebody else changes a database.
  public synchronized void databaseChanged() {
    revision++;
  }
}
