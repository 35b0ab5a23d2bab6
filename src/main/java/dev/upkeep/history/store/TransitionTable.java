package dev.upkeep.history.store;

import dev.upkeep.history.Coverage;
import dev.upkeep.history.Health;
import dev.upkeep.history.Transition;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Changes of health as rows. A database is the number that [Store] gave it.
final class TransitionTable {
  private static final String COLUMNS =
      """
      SELECT d.uuid, x.at, x.from_health, x.to_health, x.detail
      FROM transitions x LEFT JOIN databases d ON d.id = x.database
      """;

  private final Sql sql;

  TransitionTable(Sql sql) {
    this.sql = sql;
  }

  void insert(long database, Transition transition) throws SQLException {
    sql.change(
        """
        INSERT INTO transitions(database, at, from_health, to_health, detail)
        VALUES(?, ?, ?, ?, ?)\
        """,
        database,
        Coverage.millis(transition.at()),
        Codes.health(transition.from()),
        Codes.health(transition.to()),
        transition.detail());
  }

  /// The one recorded last of each database.
  List<Transition> last() throws SQLException {
    return sql.list(
        TransitionTable::read,
        COLUMNS + "WHERE x.id IN (SELECT max(id) FROM transitions GROUP BY database)");
  }

  /// All, oldest first. For the few that are kept in memory.
  List<Transition> all() throws SQLException {
    return sql.list(TransitionTable::read, COLUMNS + "ORDER BY x.id");
  }

  /// Newest first.
  List<Transition> list(Optional<Long> database, Instant from, Instant to, int limit)
      throws SQLException {
    List<Object> arguments = new ArrayList<>(List.of(Coverage.millis(from), Coverage.millis(to)));
    database.ifPresent(arguments::add);
    arguments.add(limit);
    return sql.listOnce(
        TransitionTable::read,
        COLUMNS
            + "WHERE x.at >= ? AND x.at < ?"
            + (database.isPresent() ? " AND x.database = ?" : "")
            + " ORDER BY x.at DESC, x.id DESC LIMIT ?",
        arguments);
  }

  private static Transition read(Row row) throws SQLException {
    return new Transition(
        UUID.fromString(row.text(1)),
        Instant.ofEpochMilli(row.number(2)),
        Codes.word(Health.class, Codes::health, row.number(3)),
        Codes.word(Health.class, Codes::health, row.number(4)),
        row.text(5));
  }
}
