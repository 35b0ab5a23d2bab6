package dev.upkeep.database.paste;

import dev.upkeep.database.token.Role;
import dev.upkeep.database.token.Scope;
import dev.upkeep.database.token.ShellWords;
import dev.upkeep.database.token.VariableName;
import dev.upkeep.database.token.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The `redis-cli` and `curl` commands in a text, whose options are not names with values.
///
/// @param rest the text with these commands blanked, so that nothing is read twice
/// @param words what the commands' options say, each command a scope of its own
record CommandLines(String rest, List<Word> words) {
  private static final List<String> CLIENTS =
      List.of(
          "redis-cli", "valkey-cli", "keydb-cli", "redli", "rdcli", "iredis", "redis-benchmark");

  /// What is typed into a client that is connected.
  private static final Pattern TYPED =
      Pattern.compile(
          "(?m)^[ \t]*+(?:[A-Za-z0-9.:\\[\\]-]{1,80}+>[ \t]*+)?(?i:AUTH)[ \t]++(\\S{1,300}+)"
              + "(?:[ \t]++(\\S{1,300}+))?[ \t]*+$");

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
              ? RedisCli.read(command, i, words, findings)
              : Curl.read(text.substring(i, command.end()), i, words, findings);
      if (read) {
        blank(rest, i, command.end());
      }
      i = Math.max(i + 1, command.end());
    }
    typed(rest, words);
    return new CommandLines(rest.toString(), words);
  }

  /// `AUTH user password` on a line after the client's command.
  private static void typed(StringBuilder rest, List<Word> words) {
    Scope scope =
        words.stream()
            .filter(w -> w.role() == Role.HOST || w.role() == Role.URL)
            .map(Word::scope)
            .filter(Scope::telling)
            .reduce((_, last) -> last)
            .orElse(null);
    if (scope == null) {
      return;
    }
    Matcher matcher = TYPED.matcher(rest.toString());
    while (matcher.find()) {
      String first = matcher.group(1);
      String second = matcher.group(2);
      if (second != null) {
        words.add(word("redis_user", first, scope, matcher.start()));
      }
      words.add(word("redis_password", second == null ? first : second, scope, matcher.start()));
      blank(rest, matcher.start(), matcher.end());
    }
  }

  private static Word word(String name, String value, Scope scope, int position) {
    return new Word(value, VariableName.of(name), scope, position, Word.Style.QUOTED);
  }

  private static boolean startsWord(String text, int i) {
    char c = text.charAt(i);
    boolean first = c == 'r' || c == 'c' || c == 'v' || c == 'k' || c == 'i';
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
