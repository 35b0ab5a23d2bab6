package dev.upkeep.control.instance;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The right to keep: whoever holds it, and nobody else, may touch what is in the state folder. The
/// system takes it back when the process ends, however it ends.
public final class InstanceLock implements AutoCloseable {
  /// Which locks this process holds. Static, because what it mirrors is: POSIX keeps one lock per
  /// process and file and drops it as soon as *any* channel to that file is closed (fcntl(2)), so a
  /// second try in the same process must not even open it.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final AgentPlace place;
  private final Path key;
  private final FileChannel channel;

  private InstanceLock(AgentPlace place, Path key, FileChannel channel) {
    this.place = place;
    this.key = key;
    this.channel = channel;
  }

  /// Takes the lock if nobody holds it. Creates the folder and the file where they are missing.
  ///
  /// @throws IOException if the folder or the file cannot be used
  public static Optional<InstanceLock> tryAcquire(AgentPlace place) throws IOException {
    place.prepare();
    Path key = place.folder().toRealPath();
    if (!HELD.add(key)) {
      return Optional.empty();
    }
    Optional<InstanceLock> lock = Optional.empty();
    try {
      lock = tryLock(place, key);
      return lock;
    } finally {
      if (lock.isEmpty()) {
        HELD.remove(key);
      }
    }
  }

  private static Optional<InstanceLock> tryLock(AgentPlace place, Path key) throws IOException {
    PrivateFiles.file(place.lockFile());
    FileChannel channel = FileChannel.open(place.lockFile(), StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      FileLock lock = channel.tryLock();
      locked = lock != null;
      if (locked) {
        sign(channel);
      }
      return locked ? Optional.of(new InstanceLock(place, key, channel)) : Optional.empty();
    } catch (OverlappingFileLockException heldByOtherCode) {
      return Optional.empty();
    } finally {
      if (!locked) {
        channel.close();
      }
    }
  }

  /// The process number, for people; and the time of the file changes, by which those who wait see
  /// that it is another one who holds the lock.
  private static void sign(FileChannel channel) {
    try {
      channel.truncate(0);
      channel.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
    } catch (IOException fullDisk) {
      // The lock holds without it.
    }
  }

  /// Changes whenever somebody gets the lock. Opens nothing; see [#HELD].
  public static Optional<FileTime> takenAt(AgentPlace place) {
    try {
      return Optional.of(Files.getLastModifiedTime(place.lockFile()));
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  public AgentPlace place() {
    return place;
  }

  /// Gives it up. What else was opened under it must be closed before.
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      // The system takes the lock back with the channel in any case.
    } finally {
      HELD.remove(key);
    }
  }
}
