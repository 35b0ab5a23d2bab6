package dev.upkeep.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/// Writes `target/bench.md`: every figure of this run beside its budget, and the machine.
public final class BenchTable {
  private BenchTable() {}

  public static void main(String[] arguments) throws IOException {
    StringBuilder table = new StringBuilder(2000);
    table.append("| what | Upkeep | peer | budget | |\n|---|---|---|---|---|\n");
    for (Figures.Row row : Figures.all()) {
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s | %s |%n",
              row.what(),
              row.ours(),
              row.peer(),
              row.budget(),
              row.met() ? "met" : "**missed**"));
    }
    table.append('\n').append(machine()).append('\n');
    Files.writeString(Path.of("target/bench.md"), table);
    System.out.println(table);
  }

  private static String machine() throws IOException {
    String cpu =
        Files.readAllLines(Path.of("/proc/cpuinfo"), StandardCharsets.UTF_8).stream()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 2))
            .findFirst()
            .orElse(System.getProperty("os.arch"));
    return String.format(
        Locale.ROOT,
        "Medians of one run on %s, %d cores, %s %s, Java %s, %s.",
        cpu,
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("java.version"),
        LocalDate.now(ZoneOffset.UTC));
  }
}
