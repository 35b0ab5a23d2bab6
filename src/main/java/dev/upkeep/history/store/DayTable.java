package dev.upkeep.history.store;

import dev.upkeep.history.Coverage;
import dev.upkeep.history.DaySum;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Uptime;
import dev.upkeep.history.Verdict;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The sums of each UTC day, kept up to date with every touch and kept for ever.
final class DayTable {
  static final long DAY = 86_400_000;

  private final Sql sql;
  private final TouchTable touches;

  DayTable(Sql sql, TouchTable touches) {
    this.sql = sql;
    this.touches = touches;
  }

  /// Adds a touch that is not yet in the table of touches. What the touch before it vouched for
  /// ends here; if the clock was set back, what this one vouches for ends where a later one begins.
  void add(long database, RecordedTouch touch) throws SQLException {
    Map<Long, Change> changes = new TreeMap<>();
    Optional<Coverage> vouch = Coverage.of(touch);
    if (vouch.isPresent()) {
      long at = vouch.get().at();
      Optional<Coverage> before = touches.vouchBefore(database, at);
      long next = touches.vouchAfter(database, at).map(Coverage::at).orElse(Long.MAX_VALUE);
      if (before.isPresent()) {
        spread(changes, at, Math.min(before.get().until(), next), before.get().up(), -1);
      }
      spread(changes, at, Math.min(vouch.get().until(), next), vouch.get().up(), 1);
    }
    long day = Math.floorDiv(Coverage.millis(touch.at()), DAY);
    Change ofTheDay = changes.computeIfAbsent(day, d -> new Change());
    ofTheDay.touch = Optional.of(touch);
    for (Map.Entry<Long, Change> change : changes.entrySet()) {
      write(database, change.getKey(), change.getValue());
    }
  }

  private static void spread(Map<Long, Change> changes, long from, long to, boolean up, int sign) {
    for (long start = from; start < to; ) {
      long day = Math.floorDiv(start, DAY);
      long end = Math.min(to, (day + 1) * DAY);
      Change change = changes.computeIfAbsent(day, d -> new Change());
      change.watched += sign * (end - start);
      change.up += up ? sign * (end - start) : 0;
      start = end;
    }
  }

  private void write(long database, long day, Change change) throws SQLException {
    Optional<Verdict> verdict = change.touch.map(RecordedTouch::verdict);
    Optional<Long> latency =
        change.touch.flatMap(RecordedTouch::latency).map(time -> time.toNanos() / 1000);
    sql.change(
        """
        INSERT INTO days VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT(database, day) DO UPDATE SET
          alive = alive + excluded.alive,
          failed = failed + excluded.failed,
          skipped = skipped + excluded.skipped,
          latency_sum = latency_sum + excluded.latency_sum,
          latency_min = coalesce(
            min(latency_min, excluded.latency_min), latency_min, excluded.latency_min),
          latency_max = coalesce(
            max(latency_max, excluded.latency_max), latency_max, excluded.latency_max),
          watched = watched + excluded.watched,
          up = up + excluded.up\
        """,
        database,
        day,
        count(verdict, Verdict.ALIVE),
        count(verdict, Verdict.FAILED),
        count(verdict, Verdict.SKIPPED),
        latency.orElse(0L),
        latency,
        latency,
        change.watched,
        change.up);
  }

  private static int count(Optional<Verdict> verdict, Verdict wanted) {
    return verdict.filter(wanted::equals).isPresent() ? 1 : 0;
  }

  /// Adds time watched and up of whole days.
  ///
  /// @param to exclusive
  void watched(long database, long from, long to, Uptime.Watched sum) throws SQLException {
    sql.list(
        row -> sum.add(row.number(1), row.number(2)),
        """
        SELECT coalesce(sum(watched), 0), coalesce(sum(up), 0) FROM days
        WHERE database = ? AND day >= ? AND day < ?\
        """,
        database,
        from,
        to);
  }

  List<DaySum> list(long database, LocalDate from, LocalDate to) throws SQLException {
    return sql.list(
        DayTable::read,
        """
        SELECT day, alive, failed, skipped, latency_sum, watched, up FROM days
        WHERE database = ? AND day >= ? AND day < ? ORDER BY day\
        """,
        database,
        from.toEpochDay(),
        to.toEpochDay());
  }

  private static DaySum read(Row row) throws SQLException {
    long alive = row.number(2);
    long latency = row.number(5);
    return new DaySum(
        LocalDate.ofEpochDay(row.number(1)),
        alive,
        row.number(3),
        row.number(4),
        alive == 0 ? Optional.empty() : Optional.of(TouchTable.micros(latency / alive)),
        Duration.ofMillis(row.number(6)),
        Duration.ofMillis(row.number(7)));
  }

  /// What one touch changes in the sums of one day.
  private static final class Change {
    private Optional<RecordedTouch> touch = Optional.empty();
    private long watched;
    private long up;
  }
}
