package dev.upkeep.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/// What was measured so far, a row each, in a file: every measurement is a process of its own.
final class Figures {
  private static final Path FILE = Path.of("target/bench/figures.tsv");

  private Figures() {}

  /// One row of the table.
  ///
  /// @param peer what it was compared with in the same run; a dash where there is no peer
  /// @param budget as the design has it
  record Row(String what, String ours, String peer, String budget, boolean met) {
    private String line() {
      return String.join("\t", what, ours, peer, budget, Boolean.toString(met));
    }

    private static Row of(String line) {
      String[] cells = line.split("\t", -1);
      return new Row(cells[0], cells[1], cells[2], cells[3], Boolean.parseBoolean(cells[4]));
    }
  }

  static void add(Row row) {
    System.out.printf(
        Locale.ROOT,
        "%s: %s (peer: %s, budget: %s)%s%n",
        row.what(),
        row.ours(),
        row.peer(),
        row.budget(),
        row.met() ? "" : " MISSED");
    try {
      Files.createDirectories(FILE.getParent());
      Files.writeString(
          FILE, row.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A row for a figure that must stay below a bound.
  static void atMost(String what, double value, String unit, double bound) {
    add(new Row(what, text(value, unit), "–", "≤ " + text(bound, unit), value <= bound));
  }

  /// A row for a figure that must stay below a part of its peer's.
  static void against(String what, double ours, double peer, String unit, double part) {
    against(what, ours, peer, unit, part, "");
  }

  /// The same with something to say about it.
  static void against(
      String what, double ours, double peer, String unit, double part, String note) {
    add(
        new Row(
            what,
            text(ours, unit) + String.format(Locale.ROOT, ", %.2f ×", ours / peer) + note,
            text(peer, unit),
            Double.isInfinite(part) ? "–" : String.format(Locale.ROOT, "≤ %.2f ×", part),
            ours <= part * peer));
  }

  static List<Row> all() throws IOException {
    return Files.readAllLines(FILE, StandardCharsets.UTF_8).stream().map(Row::of).toList();
  }

  private static String text(double value, String unit) {
    String number =
        value >= 10 || value == Math.rint(value)
            ? String.format(Locale.ROOT, "%,.0f", value)
            : String.format(Locale.ROOT, "%.3g", value);
    return number + " " + unit;
  }
}
