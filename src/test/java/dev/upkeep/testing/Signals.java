package dev.upkeep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/// Signals to processes that a fixture has started itself.
final class Signals {
  private Signals() {}

  /// Sends a signal such as `STOP` or `CONT`.
  static void send(Process process, String signal) {
    try {
      Process kill =
          new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
              .inheritIO()
              .start();
      if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
        throw new IllegalStateException("kill -" + signal + " failed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Ends a process: politely, then not, for a stopped one hears nothing but SIGKILL.
  ///
  /// @param politeSeconds how long it may take to end by itself
  static void end(Process process, long politeSeconds) {
    process.destroy();
    try {
      if (!process.waitFor(politeSeconds, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
