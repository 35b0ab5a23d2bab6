package dev.upkeep.history.store;

import dev.upkeep.file.Moves;
import dev.upkeep.file.OwnerOnly;
import dev.upkeep.history.DatabaseRecord;
import dev.upkeep.history.NewerHistoryException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Opens the history file. One that is damaged is moved aside with its log, so that somebody may
/// still rescue something, and a new one is begun.
final class HistoryFile {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final long QUICKLY_CHECKED = 32 << 20;

  private static final List<String> COMPANIONS = List.of("", "-wal", "-shm", "-journal");

  /// NORMAL with a write-ahead log: what is committed survives the end of our process, however it
  /// ends. A power failure may take the last commits, but leaves no damage.
  private static final List<String> SETTINGS =
      List.of(
          "PRAGMA busy_timeout = 2000",
          "PRAGMA synchronous = NORMAL",
          "PRAGMA cache_size = -1024",
          "PRAGMA temp_store = MEMORY",
          "PRAGMA journal_size_limit = 4194304",
          "PRAGMA cell_size_check = ON");

  private final Path path;
  private final Connector connector;

  HistoryFile(Path path, Connector connector) {
    this.path = path.toAbsolutePath();
    this.connector = connector;
  }

  /// Opens it, and begins a new one where there is none or a damaged one.
  ///
  /// @param thorough whether to look through all of a large file, too
  /// @param damage what is already known to be wrong with it, as the end of a sentence
  /// @throws SQLException if neither can be done now
  Opened open(Instant now, boolean thorough, Optional<String> damage)
      throws SQLException, NewerHistoryException {
    try {
      OwnerOnly.folderOf(path);
      Optional<String> found = damage.or(this::visibleDamage);
      if (found.isEmpty()) {
        refuseNewer();
        try {
          return connect(thorough || isQuicklyChecked(), emptied());
        } catch (SQLException e) {
          if (SqlTrouble.atOpen(e) != SqlTrouble.DAMAGED) {
            throw e;
          }
          found = Optional.of(String.valueOf(e.getMessage()));
        }
      }
      return connect(true, Optional.of(setAside(now, found.get())));
    } catch (IOException e) {
      throw SqlTrouble.cannotOpen(e.toString(), e);
    }
  }

  private Optional<String> visibleDamage() {
    return Files.isDirectory(path) ? Optional.of("a folder is in its place") : Optional.empty();
  }

  private void refuseNewer() throws IOException, NewerHistoryException {
    Optional<Integer> version = Files.exists(path) ? FileGuard.version(path) : Optional.empty();
    if (version.isPresent() && version.get() > Schema.VERSION) {
      throw new NewerHistoryException(fileName(), version.get(), Schema.VERSION);
    }
  }

  /// SQLite takes an empty file for a new one. Ours never is, or only for an instant.
  private Optional<String> emptied() throws IOException {
    return Files.exists(path) && Files.size(path) == 0
        ? Optional.of("The history file " + fileName() + " was empty. A new one was begun.")
        : Optional.empty();
  }

  /// A file that was closed in order and takes longer than 0.3 s to look through is believed;
  /// damage will show when it is read.
  private boolean isQuicklyChecked() throws IOException {
    Path log = path.resolveSibling(fileName() + "-wal");
    return !Files.exists(path)
        || Files.size(path) <= QUICKLY_CHECKED
        || (Files.exists(log) && Files.size(log) > 0);
  }

  private Opened connect(boolean check, Optional<String> report)
      throws SQLException, IOException, NewerHistoryException {
    boolean created = createOrTighten();
    FileGuard guard = FileGuard.of(path);
    try {
      return connect(guard, check, report);
    } catch (SQLException | NewerHistoryException | RuntimeException e) {
      guard.close();
      if (created && Files.size(path) == 0) {
        // Or the next start would take it for one that somebody has emptied.
        Files.delete(path);
      }
      throw e;
    }
  }

  private Opened connect(FileGuard guard, boolean check, Optional<String> report)
      throws SQLException, NewerHistoryException {
    Sql sql = new Sql(connector.connect("jdbc:sqlite:" + path.toUri()));
    try {
      for (String setting : SETTINGS) {
        sql.run(setting);
      }
      Store store = new Store(sql);
      boolean withLog = sql.text("PRAGMA journal_mode = WAL").equals("wal");
      if (check) {
        store.check();
      }
      Schema.migrate(sql, fileName());
      return new Opened(store, store.load(), guard, withLog, report);
    } catch (SQLException | NewerHistoryException | RuntimeException e) {
      try {
        sql.close();
      } catch (SQLException alsoFailed) {
        e.addSuppressed(alsoFailed);
      }
      throw e;
    }
  }

  /// Touches may hold host names, which are nobody else's business. SQLite gives its log the
  /// permissions of the file.
  ///
  /// @return whether it is new
  private boolean createOrTighten() throws IOException {
    try {
      OwnerOnly.newFile(path);
      return true;
    } catch (FileAlreadyExistsException exists) {
      OwnerOnly.restrict(path);
      return false;
    }
  }

  /// Moves the file and its companions out of the way.
  ///
  /// @return what was done, in sentences
  private String setAside(Instant now, String why) throws IOException {
    String name = fileName() + ".damaged-" + STAMP.format(now);
    for (int n = 2; Files.exists(path.resolveSibling(name)); n++) {
      name = fileName() + ".damaged-" + STAMP.format(now) + "-" + n;
    }
    for (String companion : COMPANIONS) {
      Path from = path.resolveSibling(fileName() + companion);
      if (Files.exists(from)) {
        // In this form SQLite's own tools find the log again.
        Moves.rename(from, path.resolveSibling(name + companion));
      }
    }
    return "The history file was damaged ("
        + why
        + ") and is now called "
        + name
        + ". A new one was begun; touching goes on.";
  }

  boolean exists() {
    return Files.exists(path);
  }

  String fileName() {
    return String.valueOf(path.getFileName());
  }

  /// The file, open.
  ///
  /// @param standings what it says on where each database stands
  /// @param withLog whether SQLite keeps a write-ahead log; not every network drive can
  /// @param report what a person should know of how it was opened, in sentences
  record Opened(
      Store store,
      Map<UUID, DatabaseRecord> standings,
      FileGuard guard,
      boolean withLog,
      Optional<String> report)
      implements AutoCloseable {

    boolean intact() {
      return guard.intact(withLog);
    }

    @Override
    public void close() throws SQLException {
      try {
        store.close();
      } finally {
        try {
          guard.close();
        } catch (IOException unimportant) {
          // It was only ever read.
        }
      }
    }
  }
}
