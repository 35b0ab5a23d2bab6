package dev.upkeep.database.token;

import java.util.Set;

/// What follows a position in a text, as far as its characters tell. Every look is bounded, so that
/// scanning stays linear.
final class Ahead {
  /// Words before a name that is followed by its value without a separator.
  static final Set<String> SETTERS = Set.of("set", "setx", "setenv", "ENV", "export");

  private final String text;
  private final Quoted quoted;
  private final Separators separators;

  Ahead(String text, Quoted quoted, Separators separators) {
    this.text = text;
    this.quoted = quoted;
    this.separators = separators;
  }

  /// Whether `name:` or `"name":` stands here, with a blank or nothing after it.
  boolean isYamlKey(int start) {
    int i = start;
    if (i < text.length() && Quoted.isQuote(text.charAt(i))) {
      int close = quoted.close(i);
      i = close < 0 ? i : close + 1;
    } else {
      while (i < text.length()
          && i < start + 100
          && (Character.isLetterOrDigit(text.charAt(i)) || "_.-/".indexOf(text.charAt(i)) >= 0)) {
        i++;
      }
    }
    return i > start
        && i < text.length()
        && text.charAt(i) == ':'
        && (i + 1 == text.length() || text.charAt(i + 1) <= ' ');
  }

  int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  /// `# …` and `// …` after a blank.
  boolean isComment(int at) {
    char c = text.charAt(at);
    boolean marker = c == '#' || text.startsWith("//", at);
    boolean blankBefore = at == 0 || text.charAt(at - 1) <= ' ';
    int after = at + (c == '#' ? 1 : 2);
    boolean blankAfter = after >= text.length() || text.charAt(after) <= ' ';
    return marker && blankBefore && blankAfter;
  }

  /// Whether `'name' =>` follows the bracket.
  boolean keyFollows(int at) {
    int i = at + 1;
    while (i < text.length() && i < at + 200 && text.charAt(i) <= ' ') {
      i++;
    }
    if (i >= text.length() || !Quoted.isQuote(text.charAt(i))) {
      return false;
    }
    int close = quoted.close(i);
    int value = close < 0 ? -1 : separators.after(close + 1);
    return value > 0 && text.startsWith("=>", value - 2);
  }

  boolean closesAtOnce(int at) {
    int i = at + 1;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i < text.length() && text.charAt(i) == ')';
  }

  /// Whether the value goes on right after its quotes, as only a shell has it.
  boolean isGlued(int end, boolean root) {
    if (end >= text.length()) {
      return false;
    }
    char c = text.charAt(end);
    return Character.isLetterOrDigit(c) || (c > ' ' && "_$\"'%@!\\=+-".indexOf(c) >= 0 && root);
  }

  static boolean hasShellEscape(String value) {
    for (int i = 0; i + 1 < value.length(); i++) {
      if (value.charAt(i) == '\\' && !Character.isLetterOrDigit(value.charAt(i + 1))) {
        return true;
      }
    }
    return value.endsWith("\\");
  }

  /// Whether text that is nothing of its own follows on the line.
  boolean goesOn(int from) {
    int i = from;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    if (i == text.length() || text.charAt(i) == '\n' || i == from) {
      return false;
    }
    char c = text.charAt(i);
    if ("#&|;)]}>*`".indexOf(c) >= 0 || text.startsWith("//", i) || text.startsWith("\\\n", i)) {
      return false;
    }
    int nameEnd = separators.nameEnd(i);
    if (nameEnd == i) {
      return true;
    }
    String word = text.substring(i, nameEnd);
    return separators.after(nameEnd) < 0
        && text.charAt(i) != '-'
        && !SETTERS.contains(word)
        && VariableName.of(word).role() == Role.NONE
        && !word.contains("redis")
        && !word.contains("valkey");
  }

  /// The `f` of `f"…"`.
  boolean isStringPrefix(int at) {
    return at + 1 < text.length()
        && "fFrRbB@".indexOf(text.charAt(at)) >= 0
        && Quoted.isQuote(text.charAt(at + 1));
  }

  /// `[REDACTED]`
  boolean isHidden(int at) {
    int close = text.indexOf(']', at, Math.min(text.length(), at + 20));
    return close > 0 && Disguise.of(text.substring(at, close + 1), false) == Disguise.MASK;
  }

  static String withoutEnd(String value) {
    boolean ends = value.length() > 1 && (value.endsWith(";") || value.endsWith(","));
    return ends ? value.substring(0, value.length() - 1) : value;
  }

  /// Whether `NAME=` follows.
  boolean assignsAgain(int start) {
    int i = start;
    if (i < text.length() && Quoted.isQuote(text.charAt(i))) {
      return false;
    }
    int end = separators.nameEnd(i);
    return end > i && end < text.length() && text.charAt(end) == '=' && end - i <= 100;
  }

  boolean isNameStart(int i) {
    char c = text.charAt(i);
    boolean dash = c == '-' && i + 1 < text.length() && text.charAt(i + 1) > ' ';
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || dash;
  }

  /// Whether the next line with text is deeper and has a key of its own, or is an item.
  boolean beginsBlock(int at, int pendingColumn) {
    int i = at;
    int start = at + 1;
    while (i < text.length() && text.charAt(i) <= ' ') {
      start = text.charAt(i) == '\n' ? i + 1 : start;
      i++;
      if (i > at + 200) {
        return false;
      }
    }
    if (i == text.length()) {
      return false;
    }
    boolean item = text.startsWith("- ", i);
    int column = i - start;
    return item ? column >= pendingColumn : column > pendingColumn && isYamlKey(i);
  }
}
