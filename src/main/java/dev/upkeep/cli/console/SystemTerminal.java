package dev.upkeep.cli.console;

import dev.upkeep.process.OtherProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The terminal that this process was started from.
final class SystemTerminal implements Terminal {
  /// Java's console does not say that it has another line, but it returns one faster than any
  /// person can type.
  private static final Duration AT_ONCE = Duration.ofMillis(15);

  private boolean waiting;

  @Override
  public boolean interactive() {
    return console().isPresent();
  }

  /// Java does not tell. Windows does; elsewhere `test -t 0` does. Never the latter on Windows,
  /// where it is there or not, and knows the terminals of its own shell only.
  @Override
  public boolean showsTyping() {
    if (interactive()) {
      return false;
    }
    if (WindowsConsole.isHere()) {
      return WindowsConsole.isConsole(WindowsConsole.IN)
          || WindowsConsole.isPipedTerminal(WindowsConsole.IN);
    }
    Optional<Path> program = OtherProgram.find("test", OtherProgram.SYSTEM);
    if (program.isEmpty()) {
      return false;
    }
    try {
      Process test =
          OtherProgram.of(List.of(program.get().toString(), "-t", "0"), Map.of())
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return test.waitFor() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public Optional<String> readLine() {
    return console().flatMap(console -> Optional.ofNullable(console.readLine()));
  }

  @Override
  public Optional<String> readHidden() {
    long start = System.nanoTime();
    Optional<String> line =
        console().flatMap(console -> Optional.ofNullable(console.readPassword())).map(String::new);
    waiting = System.nanoTime() - start < AT_ONCE.toNanos();
    return line;
  }

  @Override
  public boolean wasWaiting() {
    return waiting;
  }

  private static Optional<java.io.Console> console() {
    return Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal);
  }
}
