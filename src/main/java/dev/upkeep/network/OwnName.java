package dev.upkeep.network;

import dev.upkeep.process.OtherProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What a Mac is called by its user. Its resolver may take seconds for the name, and tells another
/// one in another network, so that one machine would look like several.
public final class OwnName {
  private static final Path PROGRAM = Path.of("/usr/sbin/scutil");
  private static final long PATIENCE_SECONDS = 2;
  private static final int LONGEST = 256;

  private OwnName() {}

  /// Its name without a domain; empty where there is no `scutil`, as on every other system.
  public static Optional<String> ofMac() {
    return of(PROGRAM);
  }

  static Optional<String> of(Path program) {
    if (!program.toFile().canExecute()) {
      return Optional.empty();
    }
    try {
      Process asked =
          OtherProgram.of(List.of(program.toString(), "--get", "LocalHostName"), Map.of())
              .redirectInput(OtherProgram.NOTHING)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        if (!asked.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || asked.exitValue() != 0) {
          return Optional.empty();
        }
        byte[] name = asked.getInputStream().readNBytes(LONGEST);
        return Optional.of(new String(name, java.nio.charset.StandardCharsets.UTF_8).strip())
            .filter(text -> !text.isEmpty());
      } finally {
        asked.destroyForcibly();
      }
    } catch (IOException noProgram) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
