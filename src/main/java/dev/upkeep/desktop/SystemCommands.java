package dev.upkeep.desktop;

import dev.upkeep.process.OtherProgram;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Runs programs as processes. Through a file, since a program that hangs would hold a pipe open
/// for ever.
public final class SystemCommands implements Commands {
  /// Without what Windows needs to run anything, and macOS to know whose settings are meant.
  private static final Set<String> ENVIRONMENT =
      Set.of("HOME", "USER", "LOGNAME", "TMPDIR", "LANG", "SYSTEMROOT", "WINDIR", "TEMP", "TMP");

  private final Duration patience;

  public SystemCommands(Duration patience) {
    this.patience = patience;
  }

  @Override
  public Result run(List<String> command) throws IOException {
    Path output = Files.createTempFile("upkeep-", ".out");
    try {
      Process process = start(command, output.toFile());
      if (!process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        process.destroyForcibly();
        throw new IOException(
            command.getFirst() + " did not end within " + patience.toSeconds() + " s.");
      }
      byte[] bytes = Files.readAllBytes(output);
      return new Result(process.exitValue(), new String(bytes, StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted.", e);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.keySet().removeIf(name -> !ENVIRONMENT.contains(name.toUpperCase(Locale.ROOT)));
    return environment;
  }

  private static Process start(List<String> command, File output) throws IOException {
    try {
      Process process =
          OtherProgram.of(command, environment())
              .redirectErrorStream(true)
              .redirectOutput(output)
              .start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new IOException(command.getFirst() + " cannot be run.", e);
    }
  }
}
