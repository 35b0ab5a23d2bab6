package dev.upkeep.touch.protocol;

import dev.upkeep.touch.FailureKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The checked-in table of what servers say and what it means.
public final class ServerErrorTable {
  private ServerErrorTable() {}

  public record Row(String text, FailureKind kind, boolean retried, int exitCode) {}

  public static List<Row> rows() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ServerErrorTable.class.getResourceAsStream("server-errors.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(cells ->
              new Row(
                  cells[0],
                  FailureKind.valueOf(cells[1]),
                  cells[2].equals("yes"),
                  Integer.parseInt(cells[3])))
          .toList();
    }
  }
}
