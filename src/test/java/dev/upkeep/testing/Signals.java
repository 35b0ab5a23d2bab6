package dev.upkeep.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opentest4j.TestAbortedException;

/// Signals to processes that a fixture has started itself.
public final class Signals {
  private Signals() {}

  /// Sends a signal such as `STOP` or `CONT`.
  static void send(Process process, String signal) {
    if (File.separatorChar == '\\') {
      throw new TestAbortedException("Windows sends no signals");
    }
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
  public static void end(Process process, long politeSeconds) {
    end(process.toHandle(), politeSeconds);
  }

  /// The same for a process that another one has started.
  public static void end(ProcessHandle process, long politeSeconds) {
    process.destroy();
    if (!ends(process, politeSeconds)) {
      process.destroyForcibly();
      ends(process, 10);
    }
  }

  private static boolean ends(ProcessHandle process, long seconds) {
    try {
      process.onExit().get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
