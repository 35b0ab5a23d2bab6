package dev.upkeep.secret;

import dev.upkeep.file.OwnerOnly;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// Lets one writer at a time change a file, in this process and among all. The lock is on a file
/// beside it, because the file itself is replaced.
final class FileTurn {
  /// A file lock belongs to the process, and asking for it twice in one throws.
  private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock(true);

  private FileTurn() {}

  /// Does the work when it is this caller's turn. Waits; interrupting the thread ends that.
  static void take(Path file, Work work) throws IOException, SecretStoreException {
    try {
      IN_THIS_PROCESS.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for another writer");
    }
    try {
      Path lock = OwnerOnly.folderOf(file).resolve(file.getFileName() + ".lock");
      try (FileChannel channel =
          FileChannel.open(
              lock,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              OwnerOnly.file(lock))) {
        channel.lock(); // until the channel is closed
        work.run();
      }
    } finally {
      IN_THIS_PROCESS.unlock();
    }
  }

  @FunctionalInterface
  interface Work {
    void run() throws IOException, SecretStoreException;
  }
}
