package dev.upkeep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Folders for the fixtures, readable by their owner only, gone at the latest when the JVM ends.
public final class Scratch {
  private static final Set<Path> FOLDERS = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> FOLDERS.forEach(Scratch::delete)));
  }

  private Scratch() {}

  /// A new one in the place for temporary files, with this in its name.
  public static Path folder(String name) {
    try {
      // Maven points java.io.tmpdir into target/, which nobody else creates.
      return folderIn(Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"))), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// For sockets, whose paths may not be longer than 107 bytes, wherever the sources lie.
  static Path shortFolder(String name) {
    try {
      return folderIn(Path.of("/tmp"), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folderIn(Path parent, String name) throws IOException {
    Path folder = Files.createTempDirectory(parent, "upkeep-" + name + "-");
    FOLDERS.add(folder);
    return folder;
  }

  /// Deletes a folder with all that is in it, as far as that can be done.
  public static void delete(Path folder) {
    FOLDERS.remove(folder);
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      // A file that is left behind in a temporary folder spoils no test.
    }
  }
}
