package dev.upkeep.database.token;

/// Finds and reads text in quotes. Remembers lines without a closing quote, so that a line of
/// nothing but quotes is not searched again for each of them.
///
/// What is in quotes depends on the language, which a fragment does not tell. Where the languages
/// agree the text is read; where they do not it is called unclear, and whoever needs it must say so
/// instead of choosing.
final class Quoted {
  private static final String QUOTES = "\"'`";

  private final String text;
  private final int[] unclosedUntil = new int[QUOTES.length()];

  Quoted(String text) {
    this.text = text;
  }

  /// @param end the position after it
  record Content(String text, boolean unclear, int end) {}

  static boolean isQuote(char c) {
    return QUOTES.indexOf(c) >= 0;
  }

  /// The position of the quote that closes the one at `open` on the same line; -1 if none does.
  int close(int open) {
    char quote = text.charAt(open);
    int kind = QUOTES.indexOf(quote);
    if (open < unclosedUntil[kind]) {
      return -1;
    }
    int i = open + 1;
    while (i < text.length() && text.charAt(i) != '\n') {
      char c = text.charAt(i);
      if (c == quote) {
        return i;
      }
      i += c == '\\' && i + 1 < text.length() && text.charAt(i + 1) != '\n' ? 2 : 1;
    }
    unclosedUntil[kind] = i;
    return -1;
  }

  /// The value in quotes at `open`, in the ways that a file of variables, YAML or a shell has.
  ///
  /// @param variable whether it is the value of a variable, as in `NAME='…'`
  /// @return null where nothing closes it
  Content value(int open, boolean variable, boolean yaml) {
    char quote = text.charAt(open);
    StringBuilder plain = new StringBuilder();
    boolean unclear = false;
    int at = open;
    while (true) {
      int close = variable && text.charAt(at) == '\'' ? literalClose(at) : close(at);
      if (close < 0) {
        return new Content("", true, -1);
      }
      boolean literal = variable && text.charAt(at) == '\'';
      unclear |= append(plain, at + 1, close, text.charAt(at), literal);
      // YAML takes a backslash in single quotes as it is, JavaScript and PHP do not.
      unclear |= yaml && quote == '\'' && text.indexOf('\\', at, close) >= 0;
      unclear |= literal && text.charAt(close - 1) == '\\' && close > at + 1;
      int next = close + 1;
      if (quote == '\'' && next < text.length() && text.charAt(next) == '\'' && close > open + 1) {
        // Two of them are one in YAML, and nothing at all in a shell.
        unclear |= !yaml;
        plain.append('\'');
        at = next;
      } else if (variable && (text.startsWith("\\''", next) || text.startsWith("\"'\"'", next))) {
        plain.append('\'');
        at = text.indexOf('\'', text.charAt(next) == '\\' ? next + 2 : next + 3);
      } else {
        return new Content(withoutLineEnd(plain), unclear, next);
      }
    }
  }

  /// Whether the backslash before the next `'` belongs to the value shows only what comes after.
  private int literalClose(int open) {
    int escaped = close(open);
    int limit = text.indexOf('\n', open);
    int plain = text.indexOf('\'', open + 1);
    if (plain < 0 || (limit >= 0 && plain > limit)) {
      return -1;
    }
    boolean ends =
        plain + 1 == text.length() || " \t\n;&|\\'\"".indexOf(text.charAt(plain + 1)) >= 0;
    return ends ? plain : escaped;
  }

  /// Hosting services export values with the line end that was pasted into them.
  private static String withoutLineEnd(StringBuilder value) {
    int end = value.length();
    while (end > 0 && (value.charAt(end - 1) == '\n' || value.charAt(end - 1) == '\r')) {
      end--;
    }
    return value.substring(0, end);
  }

  /// The text between two quotes, with the escapes of JSON and most languages undone.
  String between(int open, int close) {
    StringBuilder plain = new StringBuilder(close - open);
    append(plain, open + 1, close, text.charAt(open), false);
    return withoutLineEnd(plain);
  }

  /// Appends what is meant; true where that is unclear.
  private boolean append(StringBuilder plain, int start, int close, char quote, boolean literal) {
    boolean unclear = false;
    int i = start;
    while (i < close) {
      char c = text.charAt(i);
      char next = i + 1 < close ? text.charAt(i + 1) : 0;
      if (c != '\\') {
        plain.append(c);
        i++;
      } else if (literal) {
        // A shell and most readers take it as it is; some undo these two.
        unclear |= next == '\\' || next == '\'' || isLineEnd(next);
        plain.append(c);
        i++;
      } else if (next != 0 && "\\\"'`/$@".indexOf(next) >= 0) {
        unclear |= next == '@' || (quote == '\'' && next != '\\' && next != '\'' && next != '/');
        plain.append(next);
        i += 2;
      } else if (next == 'u' && codeUnit(i + 2, close) >= 0) {
        plain.append((char) codeUnit(i + 2, close));
        i += 6;
      } else if (isLineEnd(next)) {
        plain.append(next == 'n' ? '\n' : '\r');
        unclear |= !onlyLineEnds(i + 2, close);
        i += 2;
      } else {
        unclear = true;
        plain.append(c);
        i++;
      }
    }
    return unclear;
  }

  private static boolean isLineEnd(char escaped) {
    return escaped == 'n' || escaped == 'r';
  }

  private boolean onlyLineEnds(int start, int close) {
    for (int i = start; i < close; i += 2) {
      if (text.charAt(i) != '\\' || i + 1 >= close || !isLineEnd(text.charAt(i + 1))) {
        return false;
      }
    }
    return true;
  }

  private int codeUnit(int start, int limit) {
    if (start + 4 > limit) {
      return -1;
    }
    int value = 0;
    for (int i = start; i < start + 4; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }
}
