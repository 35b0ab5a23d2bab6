package dev.upkeep.alert.service;

import dev.upkeep.database.DatabaseName;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Makes foreign text harmless where people chat.
public final class ChatText {
  /// Some services take more, but nobody reads more.
  static final int MAX_LENGTH = 2000;

  private ChatText() {}

  /// One line of any text.
  public static String oneLine(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().map(c -> DatabaseName.isInvisible(c) ? ' ' : c).forEach(out::appendCodePoint);
    return out.toString();
  }

  /// Treats each line of a text of ours, whose parts are on one line already.
  public static String lines(String text, UnaryOperator<String> each) {
    return text.lines().map(each).collect(Collectors.joining("\n"));
  }

  /// One line that calls nobody: invisible characters become spaces, and a zero-width space parts
  /// each `@` from what follows, since some services understand `@everyone` in any text.
  public static String plain(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .map(c -> DatabaseName.isInvisible(c) ? ' ' : c)
        .forEach(c -> {
          out.appendCodePoint(c);
          if (c == '@') {
            out.append('\u200b');
          }
        });
    return out.toString();
  }

  /// A backslash before everything that
  /// [Markdown](https://spec.commonmark.org/0.31.2/#backslash-escapes), or Discord's own `<@…>`,
  /// could mean something by.
  static String markdown(String text) {
    StringBuilder out = new StringBuilder();
    plain(text)
        .codePoints()
        .forEach(c -> {
          if ("\\`*_~|[]()<>#+-".indexOf(c) >= 0) {
            out.append('\\');
          }
          out.appendCodePoint(c);
        });
    return out.toString();
  }

  /// A title above its text.
  static String together(String title, String body) {
    return body.isEmpty() ? title : title + "\n" + body;
  }

  /// The same, by what it takes as UTF-8.
  static String cutBytes(String text, int maxBytes) {
    String cut = text;
    for (int max = maxBytes; bytes(cut) > maxBytes; max -= 1 + (bytes(cut) - maxBytes) / 4) {
      cut = cut(text, Math.min(max, text.length() - 1));
    }
    return cut;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /// At most so many UTF-16 units, with an ellipsis where something is missing, and no half
  /// character or dangling backslash before it.
  public static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = max - 1;
    while (end > 0
        && (text.charAt(end - 1) == '\\' || Character.isHighSurrogate(text.charAt(end - 1)))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }
}
