package dev.upkeep.json;

import java.util.Iterator;
import java.util.Locale;

/// Turns a value into text. One value is one line unless it is meant for people: control
/// characters, U+0085, U+2028 and U+2029 are escaped, and so are lone surrogates, which UTF-8 would
/// turn into question marks.
final class JsonWriter {
  private final boolean pretty;
  private final StringBuilder out = new StringBuilder();

  JsonWriter(boolean pretty) {
    this.pretty = pretty;
  }

  String write(Json value) {
    value(value, 0);
    return out.toString();
  }

  private void value(Json value, int depth) {
    if (depth > Json.MAX_DEPTH) {
      throw new IllegalArgumentException("nested more than " + Json.MAX_DEPTH + " deep");
    }
    switch (value) {
      case Json.Obj(var members) -> {
        var rest = members.entrySet().iterator();
        block(
            '{',
            '}',
            rest,
            depth,
            () -> {
              var member = rest.next();
              string(member.getKey());
              out.append(pretty ? ": " : ":");
              value(member.getValue(), depth + 1);
            });
      }
      case Json.Arr(var items) -> {
        var rest = items.iterator();
        block('[', ']', rest, depth, () -> value(rest.next(), depth + 1));
      }
      case Json.Str(var text) -> string(text);
      case Json.Num(var literal) -> out.append(literal);
      case Json.Bool(var truth) -> out.append(truth);
      case Json.Null() -> out.append("null");
    }
  }

  private void block(char open, char close, Iterator<?> rest, int depth, Runnable writeNext) {
    out.append(open);
    boolean empty = !rest.hasNext();
    while (rest.hasNext()) {
      lineBreak(depth + 1);
      writeNext.run();
      if (rest.hasNext()) {
        out.append(',');
      }
    }
    if (!empty) {
      lineBreak(depth);
    }
    out.append(close);
  }

  private void lineBreak(int depth) {
    if (pretty) {
      out.append('\n').repeat("  ", depth);
    }
  }

  private void string(String text) {
    out.append('"');
    text.codePoints().forEach(this::character);
    out.append('"');
  }

  private void character(int codePoint) {
    switch (codePoint) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (mustBeEscaped(codePoint)) {
          out.append(String.format(Locale.ROOT, "\\u%04x", codePoint));
        } else {
          out.appendCodePoint(codePoint);
        }
      }
    }
  }

  private static boolean mustBeEscaped(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
