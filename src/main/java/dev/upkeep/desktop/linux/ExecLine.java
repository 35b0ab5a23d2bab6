package dev.upkeep.desktop.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The command line of a desktop entry; see [The Exec
/// key](https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html).
/// Quoting is undone twice when it is read: as a value of the file first (see [DesktopEntry]), as a
/// command line then, which is what is done here.
final class ExecLine {
  private static final String RESERVED = " \t\n\"'\\><~|&;$*?#()`";
  private static final String ESCAPED_IN_QUOTES = "\"`$\\";

  private ExecLine() {}

  /// Why this command cannot be written, as a sentence; empty if it can.
  static Optional<String> problem(List<String> command) {
    boolean control =
        command.stream().anyMatch(word -> word.chars().anyMatch(Character::isISOControl));
    // An equals sign would set a variable for the command, and GLib looks for the program before it
    // has undone the doubling of percent signs.
    String program = command.getFirst();
    return control || program.contains("=") || program.contains("%")
        ? Optional.of(
            "Upkeep is in a folder that autostart cannot name: its path has an equals sign, a"
                + " percent sign or a control character. Move it and try again.")
        : Optional.empty();
  }

  static String of(List<String> command) {
    return command.stream().map(ExecLine::word).collect(Collectors.joining(" "));
  }

  private static String word(String word) {
    String literal = word.replace("%", "%%");
    if (!literal.isEmpty() && literal.chars().noneMatch(c -> RESERVED.indexOf(c) >= 0)) {
      return literal;
    }
    StringBuilder quoted = new StringBuilder("\"");
    literal
        .codePoints()
        .forEach(c -> {
          if (ESCAPED_IN_QUOTES.indexOf(c) >= 0) {
            quoted.append('\\');
          }
          quoted.appendCodePoint(c);
        });
    return quoted.append('"').toString();
  }

  /// Program and arguments, without the codes that stand for files or icons; empty if this is no
  /// command line.
  static Optional<List<String>> parse(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted && c == '\\' && i + 1 < line.length()) {
        word.append(line.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
        inWord = true;
      } else if (!quoted && (c == ' ' || c == '\t')) {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
          inWord = false;
        }
      } else if (c == '%' && i + 1 < line.length()) {
        if (line.charAt(++i) == '%') {
          word.append('%');
          inWord = true;
        }
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    return quoted || words.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(words));
  }
}
