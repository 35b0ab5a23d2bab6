package dev.upkeep.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;

/// A screen that nobody sees, and nothing on it: not even a window manager, so that nothing but the
/// window takes time.
public final class Xvfb implements AutoCloseable {
  private final Process server;
  private final String display;

  private Xvfb(Process server, String display) {
    this.server = server;
    this.display = display;
  }

  /// Starts one on a display that is free.
  ///
  /// @throws IOException if there is no such program, or it gives no display
  public static Xvfb start() throws IOException {
    Process server =
        new ProcessBuilder(
                "Xvfb", "-displayfd", "1", "-screen", "0", "1280x720x24", "-nolisten", "tcp")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
    BufferedReader out = server.inputReader();
    String number = out.readLine();
    if (number == null) {
      throw new IOException("Xvfb does not start");
    }
    return new Xvfb(server, ":" + number);
  }

  /// The variables that lead a program there.
  public Map<String, String> environment() {
    return Map.of(
        "DISPLAY", display,
        "GDK_BACKEND", "x11",
        // Nothing of the accessibility bus, and no settings of the computer.
        "NO_AT_BRIDGE", "1",
        "GTK_A11Y", "none",
        "GSETTINGS_BACKEND", "memory");
  }

  @Override
  public void close() {
    Signals.end(server, 5);
  }
}
