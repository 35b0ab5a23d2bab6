package dev.upkeep.desktop;

import java.io.IOException;
import java.util.List;

/// Runs programs of the system. Kept apart from what is run and from reading what they print, which
/// are tested on every system.
@FunctionalInterface
public interface Commands {
  /// What came of it.
  ///
  /// @param output both streams
  public record Result(int exitCode, String output) {
    public boolean succeeded() {
      return exitCode == 0;
    }
  }

  /// Runs one to its end.
  ///
  /// @param command program, by its absolute path, and arguments
  /// @throws IOException if it cannot be run or takes too long, as a sentence
  Result run(List<String> command) throws IOException;
}
