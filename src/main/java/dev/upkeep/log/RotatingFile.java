package dev.upkeep.log;

import dev.upkeep.file.OwnerOnly;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A file that never gets large: when it is full it becomes `name.1`, the one before `name.2`, and
/// the oldest goes. Its owner alone can read it. Not for several processes at once.
///
/// Logback has such a thing, but its pattern language takes a `%` in a folder's name for one of its
/// own, and its files are as open as the process's mask.
final class RotatingFile implements Closeable {
  private static final Set<OpenOption> APPENDING =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE);

  private final Path file;
  private final long limit;
  private final int count;
  private @Nullable FileChannel channel;

  /// Touches nothing on disk before the first line.
  ///
  /// @param limit of one file, in bytes; only a single longer line goes beyond
  /// @param count of files, the current one included; at least 1
  RotatingFile(Path file, long limit, int count) {
    this.file = file;
    this.limit = limit;
    this.count = count;
  }

  /// Adds a line, whole and in one file.
  ///
  /// @throws IOException if it cannot be written; the next one may be
  void write(byte[] line) throws IOException {
    try {
      FileChannel open = channel == null ? open() : channel;
      if (open.size() > 0 && open.size() + line.length > limit) {
        close();
        rotate();
        open = open();
      }
      ByteBuffer rest = ByteBuffer.wrap(line);
      while (rest.hasRemaining()) {
        open.write(rest);
      }
    } catch (IOException e) {
      closeAfter(e);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    FileChannel open = channel;
    channel = null;
    if (open != null) {
      open.close();
    }
  }

  private void closeAfter(IOException failure) {
    try {
      close();
    } catch (IOException alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
  }

  private FileChannel open() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      OwnerOnly.folder(folder);
    }
    FileChannel open = FileChannel.open(file, APPENDING, OwnerOnly.file(file));
    channel = open;
    // One that is there already may be open to others.
    OwnerOnly.restrict(file);
    return open;
  }

  /// Gives the full file another name, so that a new one is begun. Windows refuses that while
  /// somebody looks at it; then lines go on into the full one, and the old ones stay where they
  /// are.
  private void rotate() {
    Path full = file.resolveSibling(file.getFileName() + ".full");
    try {
      if (Files.exists(full)) {
        // One of the old ones was in somebody's hands then.
        shift(full);
      }
      Files.move(file, full);
      shift(full);
    } catch (IOException inUse) {
      // It is tried again with the next line.
    }
  }

  /// From the oldest on: what fails leaves all others where they were, and a gap, which the next
  /// time is filled.
  private void shift(Path full) throws IOException {
    for (int n = count - 1; n > 1; n--) {
      Path from = numbered(n - 1);
      if (Files.exists(from)) {
        Files.move(from, numbered(n), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (count > 1) {
      Files.move(full, numbered(1), StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.delete(full);
    }
  }

  private Path numbered(int n) {
    return file.resolveSibling(file.getFileName() + "." + n);
  }
}
