package dev.upkeep.database.token;

import java.util.Set;

/// Tells names from values: `NAME=value`, `name: value`, `'name' => value`, `Port 6379`.
final class Separators {
  private static final int MAX_NAME = 100;
  private static final Set<Role> LABELS =
      Set.of(Role.HOST, Role.PORT, Role.USER, Role.PASSWORD, Role.TOKEN);

  private final String text;

  Separators(String text) {
    this.text = text;
  }

  /// The end of the run of name characters at `start`, which holds one at least.
  int nameEnd(int start) {
    int end = start;
    while (end < text.length() && isNameChar(end)) {
      end++;
    }
    return end;
  }

  private boolean isNameChar(int i) {
    char c = text.charAt(i);
    return Character.isLetterOrDigit(c)
        || "_$.+-".indexOf(c) >= 0
        || (c == '>' && i > 0 && text.charAt(i - 1) == '-')
        || (c == ':' && (text.startsWith("::", i) || (i > 0 && text.startsWith("::", i - 1))));
  }

  /// Where the value starts if a separator follows at `end`; -1 if none does.
  int after(int end) {
    int i = end;
    while (i < text.length() && i < end + MAX_NAME && isBlank(text.charAt(i))) {
      i++;
    }
    if (text.startsWith("=>", i) || text.startsWith(":=", i) || text.startsWith("?=", i)) {
      return i + 2;
    }
    if (text.startsWith("=", i)) {
      return text.startsWith("==", i) ? -1 : i + 1;
    }
    boolean colon = text.startsWith(":", i) && !text.startsWith("://", i);
    return colon && !text.startsWith("::", i) ? i + 1 : -1;
  }

  /// The same for a name without quotes, where `localhost:6379` is no name with a value.
  int afterName(int start, int end) {
    if (text.startsWith("=", end) && end - start <= MAX_NAME && isVariable(start, end)) {
      return end + 1; // a variable's value may begin with = or > too
    }
    int valueStart = after(end);
    if (valueStart < 0 || end - start > MAX_NAME) {
      return -1;
    }
    return portEnd(end) > end && isHost(text.substring(start, end)) ? -1 : valueStart;
  }

  /// Whether the name is one of an environment, such as `REDIS_PASSWORD`.
  boolean isVariable(int start, int end) {
    if (start > 0 && text.charAt(start - 1) == ':') {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_')) {
        return false;
      }
    }
    return end > start;
  }

  private static boolean isHost(String word) {
    return word.equals("localhost")
        || (word.indexOf('.') > 0 && VariableName.of(word).role() == Role.NONE)
        || Hosting.isRedis(word);
  }

  /// The end of a bare word: with its port, and with options as in `host:6379,password=…`.
  int wordEnd(int end) {
    int i = portEnd(end);
    boolean options = i > end && i + 1 < text.length() && text.charAt(i) == ',';
    while (options && i < text.length() && text.charAt(i) > ' ' && text.charAt(i) != '"') {
      i++;
    }
    return i;
  }

  /// The end of a `:6379` at `end`; `end` if there is none.
  int portEnd(int end) {
    int i = end + 1;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return text.startsWith(":", end) && i > end + 1 && i <= end + 6 ? i : end;
  }

  /// Where the value of a label without a colon starts: `Port 6379` alone on a line.
  int afterLabel(int start, int end) {
    if (end - start > MAX_NAME
        || !LABELS.contains(VariableName.of(text.substring(start, end)).role())) {
      return -1;
    }
    if (!isLabelled(end)) {
      return -1;
    }
    int value = skip(end, true);
    int valueEnd = skip(value, false);
    // "Host name" is a label of two words, with its value on the next line.
    return text.substring(value, valueEnd).equalsIgnoreCase("name") ? -1 : value;
  }

  /// Whether one word follows on the line, and nothing else: `Port 6379`.
  boolean isLabelled(int end) {
    int value = skip(end, true);
    int valueEnd = skip(value, false);
    int lineEnd = skip(valueEnd, true);
    boolean alone = lineEnd == text.length() || text.charAt(lineEnd) == '\n';
    return value > end && valueEnd > value && alone;
  }

  /// Where the second argument starts if a comma follows at `end`; -1 if none does.
  int afterComma(int end) {
    int comma = skip(end, true);
    return text.startsWith(",", comma) ? comma + 1 : -1;
  }

  /// The first position from `from` on that is not blank.
  int skipBlank(int from) {
    return skip(from, true);
  }

  /// Whether a value without quotes after it may be anything up to the end of its line.
  static boolean isAssignment(char separator) {
    return separator == '=' || separator == ':';
  }

  private int skip(int from, boolean blank) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n' && isBlank(text.charAt(i)) == blank) {
      i++;
    }
    return i;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /// Whether text in quotes can be a key.
  static boolean isName(String word) {
    return !word.isEmpty()
        && word.length() <= MAX_NAME
        && word.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_.- ".indexOf(c) >= 0);
  }

  /// The name of a long option: `token` for `--token`.
  static String withoutDashes(String name) {
    int start = 0;
    while (start < name.length() && name.charAt(start) == '-') {
      start++;
    }
    return name.substring(start);
  }
}
