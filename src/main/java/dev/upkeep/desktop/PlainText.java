package dev.upkeep.desktop;

/// Makes text from people and servers fit for one place on the desktop: nothing in it ends a line,
/// turns the writing direction of what surrounds it, is no character at all, or is wider than a
/// screen.
public final class PlainText {
  private PlainText() {}

  /// One line of at most so many characters; what is too long loses its middle, because both a
  /// name's beginning and a sentence's end matter.
  public static String line(String text, int atMost) {
    int[] characters = lines(text).replace('\n', ' ').strip().codePoints().toArray();
    if (characters.length <= atMost) {
      return new String(characters, 0, characters.length);
    }
    int head = (atMost - 1) * 2 / 3;
    int tail = atMost - 1 - head;
    return new String(characters, 0, head).stripTrailing()
        + "…"
        + new String(characters, characters.length - tail, tail).stripLeading();
  }

  /// Several lines.
  public static String lines(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(character -> {
          if (character == '\n' || !isHarmful(character)) {
            clean.appendCodePoint(character);
          } else if (Character.isISOControl(character)) {
            clean.append(' ');
          }
        });
    return clean.toString();
  }

  /// Escapes what Pango and HTML take for markup.
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// Replaces what could be markup by what looks like it, for a place that some take for markup and
  /// others do not.
  public static String withoutMarkup(String text) {
    return text.replace('&', '＆').replace('<', '‹').replace('>', '›');
  }

  private static boolean isHarmful(int character) {
    return Character.isISOControl(character)
        || Character.getType(character) == Character.SURROGATE
        || Character.getType(character) == Character.LINE_SEPARATOR
        || Character.getType(character) == Character.PARAGRAPH_SEPARATOR
        || turnsDirection(character);
  }

  /// See https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
  private static boolean turnsDirection(int character) {
    return (character >= 0x202A && character <= 0x202E)
        || (character >= 0x2066 && character <= 0x2069)
        || character == 0x200E
        || character == 0x200F
        || character == 0x061C;
  }
}
