package dev.upkeep.desktop.linux;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A file of the [Desktop Entry
/// Specification](https://specifications.freedesktop.org/desktop-entry-spec/latest/), as far as its
/// group `[Desktop Entry]` goes.
///
/// @param values by key, unescaped
record DesktopEntry(Map<String, String> values) {
  private static final String HEADER = "[Desktop Entry]";

  DesktopEntry {
    values = new LinkedHashMap<>(values);
  }

  /// Reads what it can; lines that are none of the format are skipped.
  static DesktopEntry parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    boolean inGroup = false;
    for (String line : text.lines().map(String::strip).toList()) {
      int equals = line.indexOf('=');
      if (line.startsWith("[")) {
        inGroup = line.equals(HEADER);
      } else if (inGroup && equals > 0 && !line.startsWith("#")) {
        values.putIfAbsent(
            line.substring(0, equals).strip(), unescaped(line.substring(equals + 1).strip()));
      }
    }
    return new DesktopEntry(values);
  }

  String text() {
    return values.entrySet().stream()
        .map(value -> value.getKey() + "=" + escaped(value.getValue()) + "\n")
        .collect(Collectors.joining("", HEADER + "\n", ""));
  }

  Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /// Whether the key is there and has this value.
  boolean is(String key, boolean value) {
    return get(key).filter(Boolean.toString(value)::equals).isPresent();
  }

  /// The items of a list; empty if the key is not there.
  Optional<List<String>> list(String key) {
    return get(key)
        .map(text -> Arrays.stream(text.split(";")).filter(item -> !item.isEmpty()).toList());
  }

  private static String escaped(String value) {
    // A blank at the front would not be read as part of the value.
    String blank = value.startsWith(" ") ? "\\s" : "";
    return blank
        + value
            .substring(blank.isEmpty() ? 0 : 1)
            .replace("\\", "\\\\")
            .replace("\n", "\\n")
            .replace("\t", "\\t")
            .replace("\r", "\\r");
  }

  private static String unescaped(String value) {
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\\' || i + 1 == value.length()) {
        out.append(c);
        continue;
      }
      char escape = value.charAt(++i);
      switch (escape) {
        case 's' -> out.append(' ');
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case 'r' -> out.append('\r');
        case '\\' -> out.append('\\');
        default -> out.append('\\').append(escape);
      }
    }
    return out.toString();
  }
}
