package dev.upkeep.words;

import dev.upkeep.database.DatabaseName;

/// Text as a terminal shows it: what may reach it, and how many columns it takes.
public final class Screen {
  private Screen() {}

  /// The text without anything that moves the cursor, changes colours or reorders what stands
  /// around it. Whoever stored or sent it should have removed that; the terminal is the last place
  /// to be sure.
  public static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (!DatabaseName.isInvisible(c)) {
            out.appendCodePoint(c);
          } else if (Character.isWhitespace(c)) {
            out.append(' ');
          }
        });
    return out.toString();
  }

  /// The columns a clean text takes: two for CJK and emoji, none for what combines with the
  /// character before it. Terminals differ in the rare cases; a column more or less does no harm.
  public static int width(String text) {
    return text.codePoints().map(Screen::width).sum();
  }

  /// The text with blanks behind it, up to a width.
  public static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /// The text, shortened in the middle if it is wider: both ends tell more than the beginning
  /// alone.
  public static String shorten(String text, int width) {
    if (width(text) <= width) {
      return text;
    }
    int[] points = text.codePoints().toArray();
    int head = 0;
    int tail = points.length;
    int used = 1;
    while (head < tail) {
      boolean front = head <= points.length - tail;
      int next = width(points[front ? head : tail - 1]);
      if (used + next > width) {
        break;
      }
      used += next;
      if (front) {
        head++;
      } else {
        tail--;
      }
    }
    return new String(points, 0, head) + "…" + new String(points, tail, points.length - tail);
  }

  private static int width(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  /// The wide blocks of Unicode's UAX #11, without the exceptions within them.
  private static boolean isWide(int c) {
    return c >= 0x1100
        && (c <= 0x115F
            || (c >= 0x2E80 && c <= 0xA4CF)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0xFFE0 && c <= 0xFFE6)
            || (c >= 0x1F300 && c <= 0x1F64F)
            || (c >= 0x1F680 && c <= 0x1F6FF)
            || (c >= 0x1F900 && c <= 0x1F9FF)
            || (c >= 0x20000 && c <= 0x3FFFD));
  }
}
