package dev.upkeep.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import redis.embedded.RedisExecProvider;

/// Where a `redis-server` is: the system's, otherwise the one in the embedded-redis jar.
final class RedisBinary {
  private static final Path PATH = onPath().orElseGet(RedisBinary::embedded);

  private RedisBinary() {}

  static Path path() {
    return PATH;
  }

  private static Optional<Path> onPath() {
    return Optional.ofNullable(System.getenv("PATH")).stream()
        .flatMap(path -> Arrays.stream(path.split(File.pathSeparator, -1)))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "redis-server"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Unpacked into the temporary folder, once per JVM, and deleted when it ends.
  static Path embedded() {
    Scratch.delete(Scratch.folder("embedded")); // makes java.io.tmpdir itself exist
    try {
      return RedisExecProvider.defaultProvider().get().toPath();
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException(
          "There is no redis-server on PATH, and none in embedded-redis for this system.", e);
    }
  }
}
