package dev.upkeep.desktop.windows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How `reg.exe` is asked; see `reg /?`. Nothing is run here.
///
/// @param reg its absolute path: a program of that name elsewhere in the `PATH` is none of ours
record RunKeyCommands(String reg) {
  private static final String CURRENT_VERSION =
      "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion";

  /// What Windows starts at login.
  static final String RUN = CURRENT_VERSION + "\\Run";

  /// Where the Task Manager and the Settings keep what a person has switched off.
  static final String APPROVED = CURRENT_VERSION + "\\Explorer\\StartupApproved\\Run";

  /// Of this Windows; the names of variables have no case there.
  static RunKeyCommands in(Map<String, String> environment) {
    String root =
        environment.entrySet().stream()
            .filter(variable -> variable.getKey().equalsIgnoreCase("SystemRoot"))
            .map(Map.Entry::getValue)
            .filter(value -> !value.isBlank())
            .findFirst()
            .orElse("C:\\Windows");
    return new RunKeyCommands(root + "\\System32\\reg.exe");
  }

  /// Writes a key into a file, whose form and encoding are the same in every language, unlike what
  /// `reg query` prints. Fails if there is no such key.
  List<String> export(String key, Path file) {
    return List.of(reg, "export", key, quoted(file.toString()), "/y");
  }

  /// Prints one value of a key.
  List<String> query(String key, String name) {
    return List.of(reg, "query", key, "/v", name);
  }

  /// Succeeds wherever the registry can be read at all.
  List<String> probe() {
    return List.of(reg, "query", CURRENT_VERSION);
  }

  List<String> set(String name, String data) {
    return List.of(reg, "add", RUN, "/v", quoted(name), "/t", "REG_SZ", "/d", quoted(data), "/f");
  }

  List<String> delete(String key, String name) {
    return List.of(reg, "delete", key, "/v", quoted(name), "/f");
  }

  /// The word in quotes, by the rules by which C programs take a command line apart. Java leaves a
  /// word alone that is in quotes already, but does not escape the quotes inside others; see
  /// <https://learn.microsoft.com/en-us/cpp/c-language/parsing-c-command-line-arguments>.
  static String quoted(String word) {
    StringBuilder out = new StringBuilder("\"");
    int backslashes = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '"') {
        out.append("\\".repeat(backslashes + 1));
      }
      backslashes = c == '\\' ? backslashes + 1 : 0;
      out.append(c);
    }
    return out.append("\\".repeat(backslashes)).append('"').toString();
  }
}
