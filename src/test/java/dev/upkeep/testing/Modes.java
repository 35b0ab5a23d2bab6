package dev.upkeep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/// Modes of files as on a Unix, in their short form: `rwx------`. Where there are none, nothing is
/// set; a test that is about them is not for such a system.
public final class Modes {
  private Modes() {}

  private static boolean areKnown(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  public static Path set(Path path, String modes) {
    try {
      return areKnown(path)
          ? Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(modes))
          : path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Those of a file or folder that is there.
  public static String of(@Nullable Path path) {
    if (path == null || !areKnown(path)) {
      throw new TestAbortedException("there are no modes here");
    }
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// For creating a file or folder at this place.
  public static FileAttribute<?>[] at(Path path, String modes) {
    return areKnown(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(modes))
        }
        : new FileAttribute<?>[0];
  }
}
