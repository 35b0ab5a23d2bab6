package dev.upkeep.history.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The copies of SQLite's native library that sqlite-jdbc unpacks, one for each process. It removes
/// its copy when the process ends by itself, and never that of one that was killed: a megabyte for
/// each time that a computer is switched off.
final class UnpackedLibraries {
  /// Nobody takes that long from unpacking to loading. One that is loaded is not missed: Unix keeps
  /// what is open, and Windows refuses to remove it.
  static final Duration LEFT_BEHIND_AFTER = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(UnpackedLibraries.class);

  private UnpackedLibraries() {}

  /// Removes what was left behind, as far as that is possible.
  static void sweep(Path folder, Instant now) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "sqlite-*sqlitejdbc*")) {
      for (Path file : files) {
        removeIfOld(file, now);
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.debug("What SQLite left behind in {} cannot be listed.", folder, e);
    }
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
