package dev.upkeep.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// Replaces a file so that at every moment, also after a power cut, the old content or the new one
/// is there as a whole: written beside it, forced to the disk, moved over it.
public final class AtomicFile {
  /// How bytes reach a new file; in tests, a disk that is full.
  @FunctionalInterface
  public interface Disk {
    /// Writes everything.
    void write(FileChannel channel, ByteBuffer bytes) throws IOException;
  }

  private final Disk disk;

  /// With a disk that does what it wants.
  public AtomicFile(Disk disk) {
    this.disk = disk;
  }

  /// With the real disk.
  public AtomicFile() {
    this(AtomicFile::writeFully);
  }

  /// Replaces or creates a file that only its owner may read, with its folder where that is
  /// missing. For one writer at a time, or they delete each other's unfinished file.
  ///
  /// @throws IOException if anything fails; the file is as it was then
  public void replace(Path file, byte[] content) throws IOException {
    Path folder = OwnerOnly.folderOf(file);
    Path beside = folder.resolve(file.getFileName() + ".tmp");
    // Left behind by a crash. There is one writer, so nobody is writing it now.
    Files.deleteIfExists(beside);
    try {
      Set<StandardOpenOption> options =
          Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      try (FileChannel channel = FileChannel.open(beside, options, OwnerOnly.file(beside))) {
        disk.write(channel, ByteBuffer.wrap(content));
        channel.force(true);
      }
      Moves.replace(beside, file);
    } catch (IOException e) {
      deleteAfter(e, beside);
      throw e;
    }
    forceFolder(folder);
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static void deleteAfter(IOException e, Path beside) {
    try {
      Files.deleteIfExists(beside);
    } catch (IOException second) {
      e.addSuppressed(second);
    }
  }

  /// Makes the move itself last. Where folders cannot be opened, as on Windows, the file system
  /// sees to it; and the move has happened, so there is nothing to report.
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notSupportedHere) {
      // The content is there and whole either way.
    }
  }
}
