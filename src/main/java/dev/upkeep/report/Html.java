package dev.upkeep.report;

import java.util.regex.Pattern;

/// Writes HTML. The one place that escapes: whatever is put in as text or as an attribute's value
/// can neither end where it stands nor begin anything, and what cannot be seen, or turns the
/// writing around, is shown as U+FFFD.
final class Html {
  private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9-]*");

  private final StringBuilder out = new StringBuilder();

  /// What is between an element's tags.
  @FunctionalInterface
  interface Content {
    void write();
  }

  /// Begins a document whose head allows nothing from outside, and no script at all.
  static Html document(String language, String title, String css) {
    Html html = new Html();
    html.out
        .append("<!DOCTYPE html>\n<html lang=\"")
        .append(escaped(language))
        .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .append("style-src 'unsafe-inline'; img-src data:\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
        .append(escaped(title))
        .append("</title>\n<style>\n")
        .append(css)
        .append("</style>\n</head>\n<body>\n");
    return html;
  }

  String end() {
    return out.append("</body>\n</html>\n").toString();
  }

  /// An element.
  ///
  /// @param attributes names and values by turns; names are constants
  Html element(String name, Content content, String... attributes) {
    open(name, attributes);
    out.append('>');
    content.write();
    out.append("</").append(name).append(">\n");
    return this;
  }

  /// An element with a text.
  Html text(String name, String text, String... attributes) {
    return element(name, () -> out.append(escaped(text)), attributes);
  }

  private void open(String name, String... attributes) {
    out.append('<').append(checked(name));
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ')
          .append(checked(attributes[i]))
          .append("=\"")
          .append(escaped(attributes[i + 1]))
          .append('"');
    }
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name of HTML");
    }
    return name;
  }

  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(isVisible(c) ? c : 0xFFFD);
          }
        });
    return safe.toString();
  }

  /// Controls, halves of pairs, and what overrides the direction of writing are not.
  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> c == 0x200D; // joins emoji
      default -> true;
    };
  }
}
