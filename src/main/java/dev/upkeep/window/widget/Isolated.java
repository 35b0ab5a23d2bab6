package dev.upkeep.window.widget;

/// Names that people gave, put into a line of ours.
public final class Isolated {
  private static final String FIRST_STRONG = "\u2068";
  private static final String END = "\u2069";

  private Isolated() {}

  /// The name in an isolate, if it has letters that run from right to left: they would turn what
  /// stands beside them around, a colon or a number first of all.
  public static String of(String name) {
    return java.text.Bidi.requiresBidi(name.toCharArray(), 0, name.length())
        ? FIRST_STRONG + name + END
        : name;
  }
}
