package dev.upkeep.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Looks for a secret where it must not be.
public final class Traces {
  private Traces() {}

  public static void assertNoneIn(Path folder, Secret secret) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      assertThat(files).as("something was written at all").isNotEmpty();
      for (Path file : files) {
        String content = latin(Files.readAllBytes(file));
        for (byte[] trace : Samples.traces(secret)) {
          assertThat(content).as("%s", file).doesNotContain(latin(trace));
        }
      }
    }
  }

  /// One character per byte, so that bytes can be looked for as text.
  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
