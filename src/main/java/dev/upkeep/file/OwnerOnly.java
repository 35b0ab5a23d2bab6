package dev.upkeep.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// What files and folders are created with, so that they are never anybody else's to read, not for
/// a moment. On Windows they inherit the access list of the folder they are in.
public final class OwnerOnly {
  private OwnerOnly() {}

  /// The folder a file is in, created with those above it where it is missing. One that is there
  /// stays as it is.
  ///
  /// @throws IOException if it cannot be created, or the path is a root folder and no file
  public static Path folderOf(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("a root folder is no file");
    }
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, attributes(folder, "rwx------"));
    }
    return folder;
  }

  /// For creating a file at this place.
  public static FileAttribute<?>[] file(Path file) {
    return attributes(file, "rw-------");
  }

  private static FileAttribute<?>[] attributes(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
