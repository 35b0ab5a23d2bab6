package dev.upkeep.database.token;

/// Finds and reads text in quotes. Remembers lines without a closing quote, so that a line of
/// nothing but quotes is not searched again for each of them.
final class Quoted {
  private static final String QUOTES = "\"'`";

  private final String text;
  private final int[] unclosedUntil = new int[QUOTES.length()];

  Quoted(String text) {
    this.text = text;
  }

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

  /// The text between two quotes, with the escapes of JSON and most languages undone.
  String between(int open, int close) {
    StringBuilder plain = new StringBuilder(close - open);
    int i = open + 1;
    while (i < close) {
      char c = text.charAt(i);
      char next = i + 1 < close ? text.charAt(i + 1) : 0;
      if (c == '\\' && "\\\"'`/$@".indexOf(next) >= 0 && next != 0) {
        plain.append(next);
        i += 2;
      } else if (c == '\\' && next == 'u' && codeUnit(i + 2, close) >= 0) {
        plain.append((char) codeUnit(i + 2, close));
        i += 6;
      } else {
        plain.append(c);
        i++;
      }
    }
    return plain.toString();
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
