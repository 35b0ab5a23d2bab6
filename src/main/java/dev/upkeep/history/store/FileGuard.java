package dev.upkeep.history.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// Notices when somebody removes, replaces or overwrites the file under SQLite, which would go on
/// writing into it without a word. Looks at the directory entry and the first bytes only, so it can
/// be asked before every write.
///
/// Holds the file open all the time: on POSIX, closing any descriptor of a file gives up all locks
/// that the process holds on it (<https://www.sqlite.org/howtocorrupt.html>, 2.2). Close it after
/// SQLite's connection, never before.
final class FileGuard implements AutoCloseable {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION_OFFSET = 60;

  private final Path path;
  private final Path log;
  private final Optional<Object> key;
  private final FileChannel channel;

  private FileGuard(Path path, Optional<Object> key, FileChannel channel) {
    this.path = path;
    this.log = path.resolveSibling(path.getFileName() + "-wal");
    this.key = key;
    this.channel = channel;
  }

  static FileGuard of(Path path) throws IOException {
    return new FileGuard(path, key(path), FileChannel.open(path, StandardOpenOption.READ));
  }

  /// The schema's version as the file's header has it, without SQLite, which might write; empty if
  /// this is no SQLite file. The format: <https://www.sqlite.org/fileformat2.html>, 1.3.
  ///
  /// Only for a file that SQLite does not hold open in this process.
  static Optional<Integer> version(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      ByteBuffer header = head(channel, VERSION_OFFSET + Integer.BYTES);
      return isMagic(header) && header.limit() >= VERSION_OFFSET + Integer.BYTES
          ? Optional.of(header.getInt(VERSION_OFFSET))
          : Optional.empty();
    }
  }

  /// Whether it is still the file that was opened, as far as can be seen at a glance.
  ///
  /// @param withLog whether SQLite keeps a write-ahead log beside it
  boolean intact(boolean withLog) {
    try {
      return key(path).equals(key)
          && (!withLog || Files.exists(log))
          && isMagic(head(channel, MAGIC.length));
    } catch (IOException gone) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /// Device and inode; empty on Windows, where an open file cannot be replaced anyway.
  private static Optional<Object> key(Path path) throws IOException {
    return Optional.ofNullable(Files.readAttributes(path, BasicFileAttributes.class).fileKey());
  }

  private static ByteBuffer head(FileChannel channel, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) > 0) {
      // Reads on until the end of the file or of the buffer.
    }
    return buffer.flip();
  }

  private static boolean isMagic(ByteBuffer head) {
    return head.limit() >= MAGIC.length
        && head.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
  }
}
