package dev.upkeep.control.instance;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
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

  /// The file that is locked, and which one it was; guarded by this.
  private Held held;

  private InstanceLock(AgentPlace place, Path key, Held held) {
    this.place = place;
    this.key = key;
    this.held = held;
  }

  /// A locked file.
  ///
  /// @param inode tells it from another one of the same name; empty on Windows, where one that is
  ///   locked cannot be removed
  private record Held(FileChannel channel, Optional<Object> inode) {}

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
      lock = tryLock(place).map(held -> new InstanceLock(place, key, held));
      return lock;
    } finally {
      if (lock.isEmpty()) {
        HELD.remove(key);
      }
    }
  }

  private static Optional<Held> tryLock(AgentPlace place) throws IOException {
    PrivateFiles.file(place.lockFile());
    FileChannel channel = FileChannel.open(place.lockFile(), StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      FileLock lock = channel.tryLock();
      locked = lock != null;
      if (locked) {
        sign(channel);
      }
      return locked ? Optional.of(new Held(channel, inode(place))) : Optional.empty();
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

  /// Sees that the lock is still the one that others would take: cleaners of folders for temporary
  /// files remove what is old, and then the next Upkeep begins beside this one. What stands in its
  /// place is locked too, if nobody has done so before.
  ///
  /// @return false if somebody else keeps here now
  /// @throws IOException if the folder or the file cannot be used, and nothing is known
  public synchronized boolean renew() throws IOException {
    if (held.inode().equals(inode(place))) {
      return true;
    }
    place.prepare();
    Optional<Held> again = tryLock(place);
    if (again.isEmpty()) {
      return false;
    }
    FileChannel lost = held.channel();
    held = again.get();
    lost.close();
    return true;
  }

  /// Empty where there is none, or the system has no such number.
  private static Optional<Object> inode(AgentPlace place) throws IOException {
    try {
      return Optional.ofNullable(
          Files.readAttributes(place.lockFile(), BasicFileAttributes.class).fileKey());
    } catch (NoSuchFileException gone) {
      return Optional.empty();
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
  public synchronized void close() {
    try {
      held.channel().close();
    } catch (IOException alreadyGone) {
      // The system takes the lock back with the channel in any case.
    } finally {
      HELD.remove(key);
    }
  }
}
