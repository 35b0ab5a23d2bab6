package dev.upkeep.database.paste;

import dev.upkeep.database.token.Scope;
import dev.upkeep.database.token.VariableName;
import dev.upkeep.database.token.Word;
import dev.upkeep.database.token.Word.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines of a text that are lists of options without quotes, such as
/// `Redis=host:6380,password=…,ssl=True`: quotes and blanks in them mean nothing.
///
/// @param rest the text with these lines blanked
/// @param words a value for each
record OptionLines(String rest, List<Word> words) {
  private static final Pattern NAMED =
      Pattern.compile("(?:export[ \t]+|-[ \t]+)?([A-Za-z_][A-Za-z0-9_.:-]{0,80}+)[ \t]*[=:][ \t]*");
  private static final int MAX_LINE = 4_000;

  static OptionLines read(String text) {
    if (text.indexOf(',') < 0) {
      return new OptionLines(text, List.of());
    }
    StringBuilder rest = new StringBuilder(text);
    List<Word> words = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      if (end - start <= MAX_LINE) {
        readLine(text, start, end, rest, words);
      }
      start = end + 1;
    }
    return new OptionLines(rest.toString(), words);
  }

  private static void readLine(
      String text, int start, int end, StringBuilder rest, List<Word> words) {
    String line = text.substring(start, end);
    if (line.indexOf(',') < 0 || line.indexOf('=') < 0) {
      return;
    }
    String list = line.strip();
    int from = line.indexOf(list);
    String name = "";
    if (!OptionList.isLine(list)) {
      Matcher named = NAMED.matcher(list);
      if (!named.lookingAt() || !OptionList.isLine(list.substring(named.end()))) {
        return;
      }
      name = named.group(1);
      from += named.end();
      list = list.substring(named.end());
    }
    int position = start + from;
    Scope scope = Scope.of(-1_000_000 - position, "redis", true);
    words.add(new Word(list, VariableName.of(name), scope, position, Style.PLAIN));
    for (int i = start; i < end; i++) {
      rest.setCharAt(i, ' ');
    }
  }

  /// Without the text, which may hold a secret.
  @Override
  public String toString() {
    return words.size() + " lists";
  }
}
