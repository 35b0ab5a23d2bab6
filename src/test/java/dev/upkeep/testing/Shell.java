package dev.upkeep.testing;

import dev.upkeep.process.OtherProgram;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// Programs of this computer that read what we write.
public final class Shell {
  private static final long GIVE_UP_SECONDS = 60;

  private Shell() {}

  /// Whether there is a program of this name.
  public static boolean has(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /// Both outputs of a command that ends by itself, whatever its exit code.
  public static String run(String... command) throws InterruptedException {
    try {
      Path output = Files.createTempFile(Scratch.folder("shell"), "output", "");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(OtherProgram.NOTHING)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(GIVE_UP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new IllegalStateException(command[0] + " did not end: " + Files.readString(output));
      }
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
