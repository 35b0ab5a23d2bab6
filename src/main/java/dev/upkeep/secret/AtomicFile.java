package dev.upkeep.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Replaces a file as a whole: whoever reads it, even after a crash, finds the old or the new one.
/// Readable by its owner only (on Windows, as its folder is).
final class AtomicFile {
  private AtomicFile() {}

  static void replace(Path file, byte[] content) throws IOException {
    replace(file, content, () -> {});
  }

  /// Replaces a file. One caller at a time, or they delete each other's temporary file.
  ///
  /// @param beforeMove for tests: sees the folder as a crash at the worst moment would leave it
  static void replace(Path file, byte[] content, Runnable beforeMove) throws IOException {
    Path folder = folderOf(file);
    Files.createDirectories(folder, ownerOnly("rwx------"));
    sweep(folder, file);
    Path fresh = Files.createTempFile(folder, prefix(file), ".tmp", ownerOnly("rw-------"));
    try {
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      beforeMove.run();
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
    sync(folder);
  }

  static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException("a folder is no file");
    }
    return folder;
  }

  /// What a file is created with, so that it is never anybody else's to read, not for a moment.
  static FileAttribute<?>[] ownerOnly(String permissions) {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
    };
  }

  /// What a crash left behind.
  private static void sweep(Path folder, Path file) throws IOException {
    try (DirectoryStream<Path> leftovers =
        Files.newDirectoryStream(folder, prefix(file) + "*.tmp")) {
      for (Path leftover : leftovers) {
        Files.deleteIfExists(leftover);
      }
    }
  }

  private static String prefix(Path file) {
    return file.getFileName() + ".";
  }

  private static void sync(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folders. The file is whole either way; only which one it is may be lost.
    }
  }
}
