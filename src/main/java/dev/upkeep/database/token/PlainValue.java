package dev.upkeep.database.token;

import java.util.Locale;
import java.util.Set;

/// Where a value without quotes ends, and whether it is one. Every look ahead is bounded, so that
/// scanning stays linear.
final class PlainValue {
  private static final int LOOK_AHEAD = 120;
  private static final Set<String> LITERALS =
      Set.of("true", "false", "yes", "no", "on", "off", "none", "null", "nil", "undefined");

  private PlainValue() {}

  /// The end of the value that starts at `start`; equal to `start` if it is a bracket's.
  static int end(String text, int start, boolean nested) {
    boolean square = false;
    boolean url = false;
    int i = start;
    while (i < text.length() && text.charAt(i) > ' ') {
      char c = text.charAt(i);
      int templateEnd = templateEnd(text, i);
      if (templateEnd > 0) {
        i = templateEnd;
        continue;
      }
      url |= c == ':' && text.startsWith("://", i);
      if ((c == '(' || c == '[' || c == '{') && !url && isCall(text, start, i)) {
        return i;
      }
      square |= c == '[';
      if (nested && (",;)}\"'`".indexOf(c) >= 0 || (c == ']' && !square))) {
        return i;
      }
      i++;
    }
    return i;
  }

  /// The end of `{{ … }}`, `${…}`, `$(…)`, `<…>`; -1 where none starts.
  private static int templateEnd(String text, int i) {
    String close =
        text.startsWith("{{", i)
            ? "}}"
            : text.startsWith("${", i) || text.startsWith("#{", i)
                ? "}"
                : text.startsWith("$(", i) ? ")" : text.startsWith("<", i) ? ">" : "";
    if (close.isEmpty()) {
      return -1;
    }
    int limit = Math.min(text.length(), i + LOOK_AHEAD);
    for (int j = i + 1; j < limit && text.charAt(j) != '\n'; j++) {
      if (text.startsWith(close, j)) {
        int end = j + close.length();
        return end < text.length() && close.equals("}") && text.charAt(end) == '}' ? end + 1 : end;
      }
    }
    return -1;
  }

  /// Whether the bracket at `at` opens the arguments of the code before it, as in
  /// `os.environ["X"]`; a password may hold brackets too.
  private static boolean isCall(String text, int start, int at) {
    if (at == start) {
      return true;
    }
    if (text.startsWith("{{", at)) {
      return false;
    }
    if (at - start > LOOK_AHEAD || !isCode(text.substring(start, at))) {
      return false;
    }
    int next = at + 1;
    int limit = Math.min(text.length(), at + LOOK_AHEAD);
    while (next < limit && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
      next++;
    }
    if (next >= limit || "\"'`{[()]}\n&$".indexOf(text.charAt(next)) >= 0) {
      return true;
    }
    int end = next;
    while (end < limit && isCodeChar(text.charAt(end))) {
      end++;
    }
    if (end > next && text.charAt(end - 1) == ':') {
      return true; // new(host: "…")
    }
    while (end < limit && text.charAt(end) == ' ') {
      end++;
    }
    return end > next && end < limit && "=:,(.)]{".indexOf(text.charAt(end)) >= 0;
  }

  /// Whether an unquoted text inside brackets is a variable or an expression, not a value.
  static boolean isReference(String text) {
    return isCode(text) && !isLiteral(text);
  }

  static boolean isLiteral(String text) {
    return LITERALS.contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isCode(String text) {
    if (text.isEmpty() || Character.isDigit(text.charAt(0))) {
      return false;
    }
    return text.chars().allMatch(c -> isCodeChar((char) c));
  }

  private static boolean isCodeChar(char c) {
    return Character.isLetterOrDigit(c) || "_$.&:>-!?@".indexOf(c) >= 0;
  }
}
