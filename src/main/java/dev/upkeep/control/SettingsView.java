package dev.upkeep.control;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The settings as people write them.
///
/// @param revision grows with every change
/// @param values by key, in the order in which they are shown; secrets among them as dots
public record SettingsView(long revision, Map<String, String> values) {
  public SettingsView {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
