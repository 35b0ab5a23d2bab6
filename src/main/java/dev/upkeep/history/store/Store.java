package dev.upkeep.history.store;

import dev.upkeep.history.Announced;
import dev.upkeep.history.Coverage;
import dev.upkeep.history.Cursor;
import dev.upkeep.history.DatabaseRecord;
import dev.upkeep.history.DaySum;
import dev.upkeep.history.Decision;
import dev.upkeep.history.Filter;
import dev.upkeep.history.LatencyBucket;
import dev.upkeep.history.Queued;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Stretch;
import dev.upkeep.history.TouchPage;
import dev.upkeep.history.Transition;
import dev.upkeep.history.Uptime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// The tables of one open SQLite database, be it a file or memory. Every method throws what SQLite
/// throws; [History] knows what to do then.
final class Store implements AutoCloseable {
  private final Sql sql;
  private final InternedTexts texts;
  private final TouchTable touches;
  private final TransitionTable transitions;
  private final DatabaseTable databases;
  private final DayTable days;
  private final NoticeTable telling;

  Store(Sql sql) {
    this.sql = sql;
    texts = new InternedTexts(sql);
    touches = new TouchTable(sql, texts);
    transitions = new TransitionTable(sql);
    databases = new DatabaseTable(sql, touches, transitions);
    days = new DayTable(sql, touches);
    telling = new NoticeTable(sql);
  }

  /// Reads where each database stands; has to come first.
  Map<UUID, DatabaseRecord> load() throws SQLException {
    return databases.load();
  }

  /// Looks the whole file through.
  ///
  /// @throws SQLException as damage, if it finds some
  void check() throws SQLException {
    // Or it would look at the pages in our memory, not at those on the disk.
    shrink();
    String found = sql.text("PRAGMA quick_check(1)");
    if (!found.equals("ok")) {
      throw SqlTrouble.damage(found);
    }
  }

  /// Keeps no page in memory that is on the disk.
  void shrink() throws SQLException {
    sql.run("PRAGMA shrink_memory");
  }

  /// Records touches with where their databases stand after them, all or none.
  void append(List<RecordedTouch> recorded, Map<UUID, DatabaseRecord> after) throws SQLException {
    change(() -> {
      for (RecordedTouch touch : recorded) {
        long database = databases.idOf(touch.database());
        days.add(database, touch);
        touches.insert(database, touch);
        databases.touched(database, touch.at());
      }
      for (DatabaseRecord standing : after.values()) {
        databases.write(databases.idOf(standing.database()), standing);
      }
    });
  }

  void append(Transition transition) throws SQLException {
    change(() -> transitions.insert(databases.idOf(transition.database()), transition));
  }

  /// Reading only; what changes goes through this store.
  NoticeTable telling() {
    return telling;
  }

  /// Keeps a decision, all of it or nothing.
  ///
  /// @param notices those of the decision, with their numbers
  void append(Decision decision, List<Queued> notices) throws SQLException {
    change(() -> {
      if (decision.transition().isPresent()) {
        Transition transition = decision.transition().get();
        transitions.insert(databases.idOf(transition.database()), transition);
      }
      for (Announced one : decision.announced()) {
        telling.write(databases.idOf(one.database()), one);
      }
      for (UUID event : decision.withdrawn()) {
        telling.withdraw(event);
      }
      for (Queued notice : notices) {
        telling.insert(databases.idOf(notice.database()), notice);
      }
      for (Map.Entry<String, String> memo : decision.memos().entrySet()) {
        telling.write(memo.getKey(), memo.getValue());
      }
    });
  }

  /// Puts what this process knows in the place of what the file does.
  void replaceTelling(
      Collection<Announced> announced, Collection<Queued> queued, Map<String, String> memos)
      throws SQLException {
    change(() -> {
      telling.clear();
      for (Announced one : announced) {
        telling.write(databases.idOf(one.database()), one);
      }
      for (Queued notice : queued) {
        telling.insert(databases.idOf(notice.database()), notice);
      }
      for (Map.Entry<String, String> memo : memos.entrySet()) {
        telling.write(memo.getKey(), memo.getValue());
      }
    });
  }

  void sent(Collection<Long> notices, Instant at) throws SQLException {
    change(() -> {
      for (long id : notices) {
        telling.sent(id, at);
      }
    });
  }

  void postpone(Collection<Queued> notices) throws SQLException {
    change(() -> {
      for (Queued notice : notices) {
        telling.postpone(notice);
      }
    });
  }

  void drop(Collection<Long> notices) throws SQLException {
    change(() -> {
      for (long id : notices) {
        telling.drop(id);
      }
    });
  }

  Optional<Instant> moment(String name) throws SQLException {
    return sql.first(
        row -> Instant.ofEpochMilli(row.number(1)), "SELECT at FROM moments WHERE name = ?", name);
  }

  void setMoment(String name, Instant at) throws SQLException {
    change(() ->
        sql.change(
            "INSERT OR REPLACE INTO moments(name, at) VALUES(?, ?)", name, Coverage.millis(at)));
  }

  void write(DatabaseRecord standing) throws SQLException {
    change(() -> databases.write(databases.idOf(standing.database()), standing));
  }

  void forget(UUID database) throws SQLException {
    Optional<Long> id = databases.find(database);
    if (id.isPresent()) {
      change(() -> {
        databases.forget(id.get());
        texts.removeUnused();
      });
    }
  }

  /// Removes what is older, except what [DatabaseRecord] shows.
  int prune(Instant before) throws SQLException {
    int[] removed = new int[1];
    change(() -> {
      removed[0] =
          sql.change(
              """
              DELETE FROM touches WHERE at < ? AND id NOT IN (
                SELECT last_touch FROM databases WHERE last_touch IS NOT NULL
                UNION SELECT last_proof FROM databases WHERE last_proof IS NOT NULL)\
              """,
              Coverage.millis(before));
      sql.change(
          """
          DELETE FROM transitions WHERE at < ?
            AND id NOT IN (SELECT max(id) FROM transitions GROUP BY database)\
          """,
          Coverage.millis(before));
      sql.change("DELETE FROM outbox WHERE sent < ?", Coverage.millis(before));
      if (removed[0] > 0) {
        texts.removeUnused();
      }
    });
    return removed[0];
  }

  /// Keeps the latest touches only; for memory.
  void trim(int touchesToKeep) throws SQLException {
    sql.change("DELETE FROM touches WHERE id <= ?", touches.highestId() - touchesToKeep);
  }

  TouchPage page(Filter filter, Optional<Cursor> after, int limit) throws SQLException {
    Set<Long> ids = new TreeSet<>();
    filter.databases().forEach(id -> databases.find(id).ifPresent(ids::add));
    if (ids.isEmpty() && !filter.databases().isEmpty()) {
      return TouchPage.EMPTY;
    }
    // One more than asked for tells whether there is another page.
    List<RecordedTouch> found = touches.list(TouchQuery.of(filter, ids, after, limit + 1));
    if (found.size() <= limit) {
      return new TouchPage(found, Optional.empty());
    }
    RecordedTouch last = found.get(limit - 1);
    return new TouchPage(found.subList(0, limit), Optional.of(new Cursor(last.at(), last.id())));
  }

  /// See [Uptime]. Whole days come from their sums, and only what is left at both ends from
  /// touches.
  Uptime uptime(UUID database, Duration window, Instant now) throws SQLException {
    Optional<Long> id = databases.find(database);
    Optional<Long> first = id.isPresent() ? databases.firstTouch(id.get()) : Optional.empty();
    if (id.isEmpty() || first.isEmpty()) {
      return Uptime.NONE;
    }
    long to = Coverage.millis(now);
    long from = Math.max(to - window.toMillis(), first.get());
    if (from >= to) {
      return Uptime.NONE;
    }
    Uptime.Watched sum = new Uptime.Watched();
    long firstDay = Math.ceilDiv(from, DayTable.DAY);
    long endDay = Math.floorDiv(to, DayTable.DAY);
    if (firstDay >= endDay) {
      addTouches(id.get(), from, to, sum);
    } else {
      addTouches(id.get(), from, firstDay * DayTable.DAY, sum);
      days.watched(id.get(), firstDay, endDay, sum);
      addTouches(id.get(), endDay * DayTable.DAY, to, sum);
    }
    return sum.uptime(to - from);
  }

  private void addTouches(long database, long from, long to, Uptime.Watched sum)
      throws SQLException {
    List<Coverage> vouches = new ArrayList<>(touches.vouches(database, from, to));
    touches.vouchBefore(database, from - 1).ifPresent(before -> vouches.addFirst(before));
    sum.add(vouches, from, to);
  }

  List<DaySum> days(UUID database, LocalDate from, LocalDate to) throws SQLException {
    Optional<Long> id = databases.find(database);
    return id.isPresent() ? days.list(id.get(), from, to) : List.of();
  }

  List<LatencyBucket> latency(UUID database, Instant from, Instant to, int buckets)
      throws SQLException {
    Optional<Long> id = databases.find(database);
    return id.isPresent()
        ? touches.latency(id.get(), Coverage.millis(from), Coverage.millis(to), buckets)
        : List.of();
  }

  /// Stretch by stretch, so that a year of touches is never held as a whole.
  List<Stretch> chart(UUID database, Instant from, Instant to, int count) throws SQLException {
    Optional<Long> id = databases.find(database);
    if (id.isEmpty()) {
      return List.of();
    }
    long begin = Coverage.millis(from);
    long length = Coverage.millis(to) - begin;
    Map<Instant, LatencyBucket> latency = new HashMap<>();
    latency(database, from, to, count).forEach(bucket -> latency.put(bucket.from(), bucket));
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long start = begin + i * length / count;
      long end = begin + (i + 1) * length / count;
      Uptime.Watched sum = new Uptime.Watched();
      addTouches(id.get(), start, end, sum);
      Uptime uptime = sum.uptime(end - start);
      Instant at = Instant.ofEpochMilli(start);
      stretches.add(
          new Stretch(
              at,
              Instant.ofEpochMilli(end),
              Optional.ofNullable(latency.get(at)),
              uptime.watched(),
              uptime.up()));
    }
    return stretches;
  }

  List<Transition> transitions(Optional<UUID> database, Instant from, Instant to, int limit)
      throws SQLException {
    Optional<Long> id = database.flatMap(databases::find);
    return database.isPresent() && id.isEmpty() ? List.of() : transitions.list(id, from, to, limit);
  }

  List<RecordedTouch> allTouches() throws SQLException {
    return touches.all();
  }

  List<Transition> allTransitions() throws SQLException {
    return transitions.all();
  }

  boolean holds(RecordedTouch touch) throws SQLException {
    return touches.get(touch.id()).filter(touch::equals).isPresent();
  }

  long highestId() throws SQLException {
    return touches.highestId();
  }

  @Override
  public void close() throws SQLException {
    sql.close();
  }

  private void change(Sql.Work work) throws SQLException {
    try {
      sql.transaction(work);
    } catch (SQLException e) {
      try {
        databases.reloadIds();
      } catch (SQLException alsoFailed) {
        e.addSuppressed(alsoFailed);
      }
      throw e;
    }
  }
}
