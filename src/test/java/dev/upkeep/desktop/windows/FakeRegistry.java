package dev.upkeep.desktop.windows;

import static java.util.stream.Collectors.joining;

import dev.upkeep.desktop.Commands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A registry that understands what `reg.exe` understands of it, by exactly those arguments.
final class FakeRegistry implements Commands {
  static final String REG = "C:\\Windows\\System32\\reg.exe";

  /// Values by key and name, as they stand in an exported file.
  final Map<String, Map<String, String>> keys = new TreeMap<>();

  final List<List<String>> changes = new ArrayList<>();
  boolean forbidden;

  void put(String key, String name, String exported) {
    keys.computeIfAbsent(key, _ -> new TreeMap<>()).put(name, exported);
  }

  @Override
  public Result run(List<String> command) throws IOException {
    if (!command.getFirst().equals(REG)) {
      throw new IOException(command.getFirst() + " cannot be run.");
    }
    boolean done = !forbidden && understand(command);
    return new Result(done ? 0 : 1, done ? "Der Vorgang wurde beendet." : "FEHLER");
  }

  private boolean understand(List<String> command) throws IOException {
    return switch (command.get(1)) {
      case "query" -> command.size() == 3;
      case "export" ->
          command.get(4).equals("/y") && export(command.get(2), unquoted(command.get(3)));
      case "add" -> {
        changes.add(command);
        String data = unquoted(command.get(8)).replace("\\", "\\\\").replace("\"", "\\\"");
        put(command.get(2), unquoted(command.get(4)), "\"" + data + "\"");
        yield true;
      }
      case "delete" -> {
        changes.add(command);
        Map<String, String> values = keys.getOrDefault(command.get(2), Map.of());
        yield values.remove(unquoted(command.get(4))) != null;
      }
      default -> false;
    };
  }

  private boolean export(String key, String file) throws IOException {
    Map<String, String> values = keys.get(key);
    if (values == null) {
      return false;
    }
    String text =
        values.entrySet().stream()
            .map(value -> "\"" + value.getKey() + "\"=" + value.getValue() + "\r\n")
            .collect(
                joining(
                    "",
                    "\ufeffWindows Registry Editor Version 5.00\r\n\r\n["
                        + key.replace("HKCU", "HKEY_CURRENT_USER")
                        + "]\r\n",
                    "\r\n"));
    Files.write(Path.of(file), text.getBytes(StandardCharsets.UTF_16LE));
    return true;
  }

  /// As the C runtime takes one word apart.
  static String unquoted(String word) {
    StringBuilder out = new StringBuilder();
    int backslashes = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '\\') {
        backslashes++;
        continue;
      }
      boolean quote = c == '"';
      out.append("\\".repeat(quote ? backslashes / 2 : backslashes));
      if (!quote || backslashes % 2 == 1) {
        out.append(c);
      }
      backslashes = 0;
    }
    return out.append("\\".repeat(backslashes)).toString();
  }
}
