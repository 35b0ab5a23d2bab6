package dev.upkeep.history.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The copies of SQLite's native library that sqlite-jdbc unpacks, each process into a folder of
/// its own. It removes its copy when the process ends by itself, and never that of one that was
/// killed: a megabyte for each time that a computer is switched off.
final class UnpackedLibraries {
  /// Earlier versions unpacked all copies into one folder, where nobody takes that long from
  /// unpacking to loading. One that is loaded is not missed: Unix keeps what is open, and Windows
  /// refuses to remove it.
  static final Duration LEFT_BEHIND_AFTER = Duration.ofHours(1);

  private static final String PREFIX = "sqlite-";

  /// Whether this process may have a copy of its own. Static, because the library is the process's.
  private static final AtomicBoolean UNPACKED = new AtomicBoolean();

  private static final Logger LOG = LoggerFactory.getLogger(UnpackedLibraries.class);

  private UnpackedLibraries() {}

  /// Where this process unpacks its copy.
  static Path ofThisProcess(Path folder) {
    return folder.resolve(PREFIX + ProcessHandle.current().pid());
  }

  /// Removes what was left behind, as far as that is possible.
  static void sweep(Path folder, Instant now) {
    boolean first = UNPACKED.compareAndSet(false, true);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
      for (Path file : files) {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          removeIfOfNobody(file, first);
        } else if (file.getFileName().toString().contains("sqlitejdbc")) {
          removeIfOld(file, now);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.debug("What SQLite left behind in {} cannot be listed.", folder, e);
    }
  }

  /// A process that runs keeps its copy. One with our number is a former one, at first.
  private static void removeIfOfNobody(Path folder, boolean first) {
    OptionalLong pid = number(folder.getFileName().toString().substring(PREFIX.length()));
    if (pid.isEmpty()) {
      return;
    }
    boolean inUse =
        pid.getAsLong() == ProcessHandle.current().pid()
            ? !first
            : ProcessHandle.of(pid.getAsLong()).isPresent();
    if (inUse) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "sqlite-*sqlitejdbc*")) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException | DirectoryIteratorException e) {
      LOG.debug("{} cannot be removed.", folder, e);
    }
  }

  private static OptionalLong number(String text) {
    return text.matches("[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }

  private static void removeIfOld(Path file, Instant now) {
    try {
      Instant unpacked = Files.getLastModifiedTime(file).toInstant();
      if (unpacked.isBefore(now.minus(LEFT_BEHIND_AFTER))) {
        Files.deleteIfExists(file);
      }
    } catch (IOException stillInUse) {
      LOG.debug("{} cannot be removed.", file, stillInUse);
    }
  }
}
