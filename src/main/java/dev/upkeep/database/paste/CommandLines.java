package dev.upkeep.database.paste;

import dev.upkeep.database.token.ShellWords;
import dev.upkeep.database.token.Word;
import java.util.ArrayList;
import java.util.List;

/// The `redis-cli` and `curl` commands in a text, whose options are not names with values.
///
/// @param rest the text with these commands blanked, so that nothing is read twice
/// @param words URLs and tokens of `curl`, each command a scope of its own
record CommandLines(String rest, List<Word> words) {
  private static final List<String> CLIENTS = List.of("redis-cli", "valkey-cli", "keydb-cli");

  static CommandLines read(String text, Findings findings) {
    StringBuilder rest = new StringBuilder(text);
    List<Word> words = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      if (!startsWord(text, i)) {
        i++;
        continue;
      }
      int at = i;
      boolean client = CLIENTS.stream().anyMatch(name -> isCommand(text, at, name));
      boolean curl = isCommand(text, at, "curl");
      if (!client && !curl) {
        i++;
        continue;
      }
      ShellWords command = ShellWords.at(text, i);
      boolean read =
          client
              ? RedisCli.read(command.words(), i, findings)
              : Curl.read(text.substring(i, command.end()), i, words, findings);
      if (read) {
        blank(rest, i, command.end());
      }
      i = Math.max(i + 1, command.end());
    }
    return new CommandLines(rest.toString(), words);
  }

  private static boolean startsWord(String text, int i) {
    char c = text.charAt(i);
    boolean first = c == 'r' || c == 'c' || c == 'v' || c == 'k';
    return first && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)));
  }

  private static boolean isCommand(String text, int i, String name) {
    int end = i + name.length();
    if (!text.startsWith(name, i)) {
      return false;
    }
    end = text.startsWith(".exe", end) ? end + 4 : end;
    return end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t');
  }

  private static void blank(StringBuilder text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) != '\n') {
        text.setCharAt(i, ' ');
      }
    }
  }

  /// Without the text, which may hold a secret.
  @Override
  public String toString() {
    return words.size() + " words of commands";
  }
}
