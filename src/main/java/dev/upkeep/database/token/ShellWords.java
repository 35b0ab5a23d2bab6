package dev.upkeep.database.token;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One command of a shell, split into its words.
///
/// @param unclear the numbers of the words that a shell would change in a way we cannot follow
/// @param end where the command ends in the text
public record ShellWords(List<String> words, Set<Integer> unclear, int end) {
  private static final Set<String> OPERATORS =
      Set.of("|", "||", "&&", "&", ";", ">", ">>", "#", "<", "2>&1");
  private static final int LONGEST_QUOTE = 20_000;

  /// Splits the command that starts at `start`; it ends with its line, unless quotes span lines.
  public static ShellWords at(String text, int start) {
    Splitter splitter = new Splitter(text, start);
    splitter.split();
    return new ShellWords(splitter.words, splitter.unclear, splitter.at);
  }

  private static final class Splitter {
    private final String text;
    private final List<String> words = new ArrayList<>();
    private final Set<Integer> unclear = new HashSet<>();
    private final StringBuilder word = new StringBuilder();
    private boolean started;
    private boolean quotedBefore;
    private int at;

    Splitter(String text, int start) {
      this.text = text;
      this.at = start;
    }

    void split() {
      while (at < text.length() && text.charAt(at) != '\n') {
        char c = text.charAt(at);
        int close = isQuote(c) && opens() ? close(at) : -1;
        if (close > 0) {
          append(at, close);
          started = true;
          quotedBefore = true;
          at = close + 1;
        } else if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n') {
          escaped(text.charAt(at + 1));
        } else if (c > ' ') {
          boolean cut = c == '\\' || (isQuote(c) && opens()); // what belongs to it is missing
          if (cut || (c == '$' && expands(at + 1) && !word.isEmpty())) {
            unclear.add(words.size());
          }
          word.append(c);
          started = true;
          quotedBefore = false;
          at++;
        } else {
          if (started && end()) {
            return;
          }
          at++;
        }
      }
      if (started) {
        end();
      }
    }

    private void escaped(char next) {
      if (Character.isLetterOrDigit(next)) {
        unclear.add(words.size());
        word.append('\\');
      }
      word.append(next);
      started = true;
      quotedBefore = true;
      at += 2;
    }

    /// Ends a word; true where it was an operator, and so the end of the command.
    private boolean end() {
      String done = word.toString();
      word.setLength(0);
      started = false;
      quotedBefore = false;
      if (OPERATORS.contains(done)) {
        return true;
      }
      words.add(done);
      return false;
    }

    /// Quotes inside a word are taken as its characters, since passwords are pasted unquoted.
    private boolean opens() {
      return quotedBefore
          || word.isEmpty()
          || word.charAt(word.length() - 1) == '='
          || (word.length() == 2 && word.charAt(0) == '-');
    }

    private int close(int open) {
      char quote = text.charAt(open);
      int limit = Math.min(text.length(), open + LONGEST_QUOTE);
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

    private void append(int open, int close) {
      boolean twice = text.charAt(open) == '"';
      for (int i = open + 1; i < close; i++) {
        char c = text.charAt(i);
        char next = i + 1 < close ? text.charAt(i + 1) : 0;
        if (twice && c == '\\' && next != 0 && "\\\"$`".indexOf(next) >= 0) {
          word.append(next);
          i++;
          continue;
        }
        boolean whole = word.isEmpty() && i == open + 1;
        if (twice && (c == '\\' || c == '`' || (c == '$' && expands(i + 1) && !whole))) {
          unclear.add(words.size());
        }
        word.append(c);
      }
    }

    private boolean expands(int i) {
      return i < text.length()
          && (Character.isLetter(text.charAt(i)) || "_{(".indexOf(text.charAt(i)) >= 0);
    }
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  /// Without the text, which may hold a secret.
  @Override
  public String toString() {
    return words.size() + " words";
  }
}
