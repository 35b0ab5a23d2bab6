package dev.upkeep.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What Linux tells of a process.
record ProcessFigures(long pid) {
  /// A clock tick of `/proc/PID/stat`, in milliseconds.
  private static final int TICK = 10;

  /// Its share of memory, pages that it shares with others divided among them, in MiB.
  double pss() throws IOException {
    return memory("Pss:");
  }

  /// The same of what is in no file. Another process that ends, and with which files were shared,
  /// does not change it.
  double anonymousPss() throws IOException {
    return memory("Pss_Anon:");
  }

  private double memory(String name) throws IOException {
    return lines("smaps_rollup").stream()
            .filter(line -> line.startsWith(name))
            .mapToLong(ProcessFigures::number)
            .sum()
        / 1024.0;
  }

  /// How often any of its threads was switched to or from.
  long contextSwitches() throws IOException {
    long sum = 0;
    try (Stream<Path> threads = Files.list(path("task"))) {
      for (Path thread : threads.toList()) {
        sum +=
            Files.readAllLines(thread.resolve("status"), StandardCharsets.UTF_8).stream()
                .filter(line -> line.contains("voluntary_ctxt_switches"))
                .mapToLong(ProcessFigures::number)
                .sum();
      }
    }
    return sum;
  }

  /// Processor time so far, in milliseconds.
  long cpuMillis() throws IOException {
    String stat = Files.readString(path("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return TICK * (Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
  }

  /// Processor time so far of the children that have ended, in milliseconds.
  static long endedChildrenMillis(Path process) throws IOException {
    String stat = Files.readString(process.resolve("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return TICK * (Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
  }

  /// What it has written to and shares with nobody, in MiB.
  double privateDirty() throws IOException {
    return memory("Private_Dirty:");
  }

  int threads() throws IOException {
    return count("task");
  }

  int openFiles() throws IOException {
    return count("fd");
  }

  private int count(String folder) throws IOException {
    try (Stream<Path> entries = Files.list(path(folder))) {
      return Math.toIntExact(entries.count());
    }
  }

  private List<String> lines(String name) throws IOException {
    return Files.readAllLines(path(name), StandardCharsets.UTF_8);
  }

  private Path path(String name) {
    return Path.of("/proc", Long.toString(pid), name);
  }

  private static long number(String line) {
    return Long.parseLong(line.replaceAll("[^0-9]", ""));
  }
}
