package dev.upkeep.cli;

import java.util.List;
import java.util.Locale;

/// Writes a manual page in the macros of man(7), which every troff and mandoc knows.
final class Roff {
  private final StringBuilder out = new StringBuilder();
  private boolean underHeading;

  Roff title(String name, int section, String date, String source, String volume) {
    macro("TH", name.toUpperCase(Locale.ROOT), Integer.toString(section), "DATE", source, volume);
    // Hyphens of a date are read, not printed.
    out.replace(out.indexOf("DATE"), out.indexOf("DATE") + "DATE".length(), date);
    return this;
  }

  Roff section(String heading) {
    macro("SH", heading);
    underHeading = true;
    return this;
  }

  Roff subsection(String heading) {
    macro("SS", heading);
    underHeading = true;
    return this;
  }

  Roff paragraph(String text) {
    // A heading begins a paragraph by itself.
    return underHeading ? text(text) : raw(".PP").text(text);
  }

  Roff text(String text) {
    return raw(protectedLine(escaped(text)));
  }

  /// A term in bold, and what it means, indented.
  Roff item(String term, String meaning) {
    return raw(".TP").raw("\\fB" + escaped(term) + "\\fR").text(meaning);
  }

  /// An option as it is written, names bold and its value in italics.
  Roff option(List<String> names, String value, String meaning) {
    String term =
        names.stream()
            .map(name -> "\\fB" + escaped(name) + "\\fR")
            .reduce((one, other) -> one + ", " + other)
            .orElse("");
    String suffix = value.isEmpty() ? "" : " \\fI" + escaped(value) + "\\fR";
    return raw(".TP").raw(protectedLine(term + suffix)).text(meaning);
  }

  /// Lines as they are.
  Roff example(List<String> lines) {
    raw(".PP").raw(".nf").raw(".RS 4");
    lines.forEach(this::text);
    return raw(".RE").raw(".fi");
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private Roff macro(String name, String... arguments) {
    StringBuilder line = new StringBuilder("." + name);
    for (String argument : arguments) {
      line.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
    }
    return raw(line.toString());
  }

  private Roff raw(String line) {
    out.append(line).append('\n');
    underHeading = false;
    return this;
  }

  /// A backslash begins an escape, and a bare hyphen would be printed as a dash that no shell takes
  /// when it is copied. Quotes and accents would be typeset.
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '\\' -> escaped.append("\\e");
            case '-' -> escaped.append("\\-");
            case '\'' -> escaped.append("\\(aq");
            case '`' -> escaped.append("\\(ga");
            case '^' -> escaped.append("\\(ha");
            case '~' -> escaped.append("\\(ti");
            default -> {
              if (c < 0x7F) {
                escaped.appendCodePoint(c);
              } else {
                escaped.append("\\[u%04X]".formatted(c));
              }
            }
          }
        });
    return escaped.toString();
  }

  /// A line that begins with a dot or a blank would be taken for something else.
  private static String protectedLine(String line) {
    return line.startsWith(".") || line.startsWith(" ") ? "\\&" + line : line;
  }
}
