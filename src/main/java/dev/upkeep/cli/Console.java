package dev.upkeep.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/// The world a command lives in, so that a test can give it another.
///
/// @param environment the process's environment variables
public record Console(
    Map<String, String> environment, InputStream in, PrintStream out, PrintStream err) {
  public Console {
    environment = Map.copyOf(environment);
  }

  /// This process's own.
  public static Console system() {
    return new Console(System.getenv(), System.in, System.out, System.err);
  }
}
