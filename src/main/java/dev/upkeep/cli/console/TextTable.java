package dev.upkeep.cli.console;

import dev.upkeep.words.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Columns as wide as their widest cell. The first column may be coloured, and a row can have notes
/// below it, under the second column.
public final class TextTable {
  private static final String GAP = "  ";

  private record Row(UnaryOperator<String> paint, List<String> cells, List<String> notes) {}

  private final List<Row> rows = new ArrayList<>();

  public TextTable(String... head) {
    row(UnaryOperator.identity(), List.of(head), List.of());
  }

  /// Adds a row of clean texts.
  ///
  /// @param paint colours the first cell, padded already, without changing its width
  public void row(UnaryOperator<String> paint, List<String> cells, List<String> notes) {
    rows.add(new Row(paint, List.copyOf(cells), List.copyOf(notes)));
  }

  public List<String> lines() {
    int[] widths = new int[rows.getFirst().cells().size()];
    for (Row row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Screen.width(row.cells().get(i)));
      }
    }
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      lines.add(line(row, widths));
      row.notes().forEach(note -> lines.add(" ".repeat(widths[0]) + GAP + note));
    }
    return lines;
  }

  private static String line(Row row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = Screen.pad(row.cells().get(i), widths[i]);
      line.append(i == 0 ? row.paint().apply(cell) : GAP + cell);
    }
    return line.toString().stripTrailing();
  }
}
