package dev.upkeep.database.token;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Undoes what word processors, chats and shells do to a text on its way to the clipboard.
public final class PastedText {
  /// Colours and the like, as a terminal is told them (ECMA-48, control sequences).
  private static final Pattern CONTROL_SEQUENCE = Pattern.compile("\u001B\\[[0-?]*+[ -/]*+[@-~]");

  private PastedText() {}

  /// The text with plain spaces, quotes and line feeds, and continued lines joined.
  public static String clean(String pasted) {
    String text = CONTROL_SEQUENCE.matcher(pasted).replaceAll("");
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\r' -> {
          if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
            clean.append('\n');
          }
        }
        case '“', '”', '„', '‟', '«', '»' -> clean.append('"');
        case '‘', '’', '‚', '‛' -> clean.append('\'');
        case '\u2028', '\u2029', '\u0085' -> clean.append('\n');
        case '\t', '\n' -> clean.append(c);
        default -> {
          if (Character.getType(c) == Character.SPACE_SEPARATOR || Character.isISOControl(c)) {
            clean.append(' ');
          } else if (Character.getType(c) != Character.FORMAT) { // BOM, zero width, bidi
            clean.append(c);
          }
        }
      }
    }
    return joinContinued(clean);
  }

  /// After a space, `\` (POSIX shells), `^` (cmd) or a backtick (PowerShell) at the end of a line
  /// continue it.
  private static String joinContinued(CharSequence text) {
    StringBuilder joined = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        int end = joined.length();
        while (end > 0 && (joined.charAt(end - 1) == ' ' || joined.charAt(end - 1) == '\t')) {
          end--;
        }
        // Text before the line break is looked at once more only where it ends in spaces.
        if (end > 0 && continues(joined, end - 1)) {
          joined.setLength(end - 1);
          continue;
        }
      }
      joined.append(c);
    }
    return joined.toString();
  }

  private static boolean continues(CharSequence text, int last) {
    char before = last == 0 ? '\n' : text.charAt(last - 1);
    return switch (text.charAt(last)) {
      // Right after a value it is the value's last character.
      case '\\', '^', '`' -> before == ' ' || before == '\t' || before == '\n';
      default -> false;
    };
  }

  /// The text without lines that are comments.
  public static String withoutComments(String text) {
    return mapLines(text, line -> isComment(line) ? "" : line);
  }

  /// The text with comments turned into plain lines.
  public static String uncommented(String text) {
    return mapLines(text, line -> isComment(line) ? withoutMarker(line.strip()) : line);
  }

  private static boolean isComment(String line) {
    String start = line.stripLeading();
    return start.startsWith("#") || start.startsWith("//");
  }

  private static String withoutMarker(String comment) {
    int start = 0;
    while (start < comment.length() && "#/ ".indexOf(comment.charAt(start)) >= 0) {
      start++;
    }
    return comment.substring(start);
  }

  private static String mapLines(String text, UnaryOperator<String> change) {
    return text.lines().map(change).collect(Collectors.joining("\n"));
  }
}
