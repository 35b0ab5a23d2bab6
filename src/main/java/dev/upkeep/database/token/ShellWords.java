package dev.upkeep.database.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One command of a shell, split into its words.
///
/// @param end where the command ends in the text
public record ShellWords(List<String> words, int end) {
  private static final Set<String> OPERATORS = Set.of("|", "||", "&&", "&", ";", ">", ">>", "#");

  /// Splits the command that starts at `start`; it ends with its line, unless quotes span lines.
  public static ShellWords at(String text, int start) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean started = false;
    int i = start;
    while (i < text.length() && text.charAt(i) != '\n') {
      char c = text.charAt(i);
      int close = isQuote(c) && opens(word) ? close(text, i) : -1;
      if (close > 0) {
        append(word, text, i, close);
        started = true;
        i = close + 1;
        continue;
      }
      if (c > ' ') {
        word.append(c);
        started = true;
      } else if (started) {
        if (OPERATORS.contains(word.toString())) {
          return new ShellWords(words, i);
        }
        words.add(word.toString());
        word.setLength(0);
        started = false;
      }
      i++;
    }
    if (started) {
      words.add(word.toString());
    }
    return new ShellWords(words, i);
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  /// Quotes inside a word are taken as its characters, since passwords are pasted unquoted.
  private static boolean opens(CharSequence word) {
    return word.isEmpty() || word.charAt(word.length() - 1) == '=';
  }

  private static int close(String text, int open) {
    char quote = text.charAt(open);
    int limit = Math.min(text.length(), open + 20_000);
    for (int i = open + 1; i < limit; i++) {
      if (text.charAt(i) == quote) {
        return i;
      }
      if (text.charAt(i) == '\\' && quote == '"') {
        i++;
      }
    }
    return -1;
  }

  private static void append(StringBuilder word, String text, int open, int close) {
    for (int i = open + 1; i < close; i++) {
      char c = text.charAt(i);
      boolean escape = c == '\\' && text.charAt(open) == '"' && i + 1 < close;
      if (!escape || "\\\"$`".indexOf(text.charAt(i + 1)) < 0) {
        word.append(c);
      }
    }
  }

  /// Without the text, which may hold a secret.
  @Override
  public String toString() {
    return words.size() + " words";
  }
}
