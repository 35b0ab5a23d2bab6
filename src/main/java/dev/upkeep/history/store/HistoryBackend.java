package dev.upkeep.history.store;

import dev.upkeep.history.DatabaseRecord;
import dev.upkeep.history.HistoryNotice;
import dev.upkeep.history.NewerHistoryException;
import dev.upkeep.language.HistoryPhrase;
import dev.upkeep.language.Sentence;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where history is kept at the moment: in its file; in memory while the file cannot be used; and
/// if SQLite itself cannot be loaded, nowhere but in the standings. Nothing here throws because of
/// what the outside world does. Owned by the thread that owns [History].
final class HistoryBackend implements AutoCloseable {
  static final Duration RETRY = Duration.ofSeconds(30);
  static final int IN_MEMORY = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(HistoryBackend.class);

  private final HistoryFile path;
  private final Connector connector;
  private final Consumer<HistoryNotice> listener;

  private final NoticeLedger telling = new NoticeLedger();
  private final Set<UUID> forgotten = new HashSet<>();
  private Map<UUID, DatabaseRecord> standings = new HashMap<>();
  private Optional<HistoryFile.Opened> file = Optional.empty();
  private Optional<Store> memory = Optional.empty();
  private Optional<HistoryNotice> trouble = Optional.empty();
  private Instant now;
  private Instant retryAt;
  private Instant happened;
  private long lastId;

  HistoryBackend(
      HistoryFile path, Connector connector, Consumer<HistoryNotice> listener, Instant now) {
    this.path = path;
    this.connector = connector;
    this.listener = listener;
    this.now = now;
    this.retryAt = now;
    this.happened = now;
  }

  void start() {
    try {
      adopt(path.open(now, false, Optional.empty()));
    } catch (SQLException e) {
      toMemory(e);
    } catch (NewerHistoryException e) {
      toMemory(e);
    }
  }

  /// When something has just happened, for the name of a file that is found damaged at it.
  void note(Instant moment) {
    happened = moment;
  }

  Map<UUID, DatabaseRecord> standings() {
    return standings;
  }

  NoticeLedger telling() {
    return telling;
  }

  Optional<HistoryNotice> trouble() {
    return trouble;
  }

  long nextId() {
    return ++lastId;
  }

  /// Notes what time it is, looks whether the file is still ours, and tries again after trouble.
  void tend(Instant newNow) {
    now = newNow;
    happened = newNow;
    if (file.isPresent()) {
      inspect();
    } else if (!now.isBefore(retryAt) || now.isBefore(retryAt.minus(RETRY))) {
      reopen(Optional.empty());
    }
  }

  /// Reopens a file that was removed, replaced or overwritten.
  void inspect() {
    if (file.isPresent() && !file.get().intact()) {
      boolean removed = !path.exists();
      LOG.warn("{} is not the file any more that was opened.", path.fileName());
      reopen(Optional.empty());
      if (removed && file.isPresent()) {
        tell(HistoryNotice.Kind.DAMAGED, HistoryPhrase.REMOVED.with(path.fileName()));
      }
    }
  }

  /// Asks, and asks again elsewhere if that goes wrong.
  <T> T ask(T otherwise, Question<T> question) {
    boolean reopened = false;
    while (true) {
      Optional<Store> store = file.map(HistoryFile.Opened::store).or(() -> memory);
      if (store.isEmpty()) {
        return otherwise;
      }
      try {
        return question.ask(store.get());
      } catch (SQLException e) {
        if (file.isEmpty()) {
          LOG.warn("History cannot be kept in memory.", e);
          memory = Optional.empty();
        } else if (!reopened && SqlTrouble.inUse(e) == SqlTrouble.DAMAGED) {
          reopened = true;
          reopen(Optional.of(String.valueOf(e.getMessage())));
        } else {
          toMemory(e);
        }
      }
    }
  }

  /// Changes something, wherever that is possible.
  void change(Change change) {
    ask(
        false,
        store -> {
          change.apply(store);
          if (file.isEmpty()) {
            store.trim(IN_MEMORY);
          }
          return true;
        });
  }

  /// Forgets a database; in a file that cannot be written now, as soon as it can.
  void forget(UUID database) {
    forgotten.add(database);
    change(store -> store.forget(database));
    standings.remove(database);
    telling.forget(database);
    if (file.isPresent()) {
      forgotten.clear();
    }
  }

  @Override
  public void close() {
    if (file.isEmpty()) {
      // What is in memory would be lost.
      reopen(Optional.empty());
    }
    release();
    memory = Optional.empty();
  }

  private void reopen(Optional<String> damage) {
    release();
    try {
      adopt(path.open(happened, true, damage));
    } catch (SQLException e) {
      toMemory(e);
    } catch (NewerHistoryException e) {
      toMemory(e);
    }
  }

  private void adopt(HistoryFile.Opened opened) throws SQLException {
    try {
      Map<UUID, DatabaseRecord> merged = handover().to(opened);
      for (UUID database : forgotten) {
        opened.store().forget(database);
        merged.remove(database);
      }
      forgotten.clear();
      telling.adopt(opened.store());
      standings = merged;
      lastId = Math.max(lastId, opened.store().highestId());
    } catch (SQLException e) {
      try {
        opened.close();
      } catch (SQLException alsoFailed) {
        e.addSuppressed(alsoFailed);
      }
      throw e;
    }
    file = Optional.of(opened);
    memory = Optional.empty();
    opened
        .report()
        .ifPresent(report -> tell(HistoryNotice.Kind.DAMAGED, Sentence.verbatim(report)));
    if (trouble.isPresent()) {
      trouble = Optional.empty();
      tell(HistoryNotice.Kind.BACK, HistoryPhrase.BACK.with(path.fileName()));
    }
  }

  private HistoryMerge handover() {
    try {
      return memory.isPresent()
          ? new HistoryMerge(standings, memory.get().allTouches(), memory.get().allTransitions())
          : new HistoryMerge(standings, List.of(), List.of());
    } catch (SQLException e) {
      LOG.warn("What was kept in memory cannot be read.", e);
      return new HistoryMerge(standings, List.of(), List.of());
    }
  }

  /// What a newer version wrote stays as it is, for that version to read again.
  private void toMemory(NewerHistoryException cause) {
    toMemory(
        new SQLException(cause.getMessage(), cause),
        HistoryPhrase.NEWER.with(String.valueOf(cause.getMessage())));
  }

  private void toMemory(SQLException cause) {
    toMemory(cause, HistoryPhrase.NOT_WRITTEN.with(SqlTrouble.words(cause)));
  }

  private void toMemory(SQLException cause, Sentence sentence) {
    release();
    retryAt = now.plus(RETRY);
    if (memory.isEmpty()) {
      memory = openMemory();
    }
    if (trouble.isEmpty()) {
      LOG.warn("History cannot be written.", cause);
      trouble = Optional.of(new HistoryNotice(HistoryNotice.Kind.UNWRITABLE, sentence));
      tell(HistoryNotice.Kind.UNWRITABLE, sentence);
    }
  }

  private Optional<Store> openMemory() {
    try {
      Sql sql = new Sql(connector.connect(Connector.MEMORY));
      Schema.migrate(sql, "memory");
      return Optional.of(new Store(sql));
    } catch (SQLException | NewerHistoryException e) {
      LOG.warn("History cannot be kept in memory.", e);
      return Optional.empty();
    }
  }

  /// Lets go of the file.
  private void release() {
    Optional<HistoryFile.Opened> old = file;
    file = Optional.empty();
    if (old.isPresent()) {
      try {
        old.get().close();
      } catch (SQLException e) {
        LOG.debug("The history file did not close cleanly.", e);
      }
    }
  }

  private void tell(HistoryNotice.Kind kind, Sentence sentence) {
    listener.accept(new HistoryNotice(kind, sentence));
  }

  @FunctionalInterface
  interface Question<T> {
    T ask(Store store) throws SQLException;
  }

  @FunctionalInterface
  interface Change {
    void apply(Store store) throws SQLException;
  }
}
