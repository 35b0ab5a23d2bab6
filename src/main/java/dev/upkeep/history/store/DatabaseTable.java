package dev.upkeep.history.store;

import dev.upkeep.history.Coverage;
import dev.upkeep.history.DatabaseRecord;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Transition;
import dev.upkeep.touch.CertificateTerm;
import dev.upkeep.touch.Stamp;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Where each database stands, as one row each, and the small number that stands for it elsewhere.
final class DatabaseTable {
  private final Sql sql;
  private final TouchTable touches;
  private final TransitionTable transitions;
  private final Map<UUID, Long> ids = new HashMap<>();

  DatabaseTable(Sql sql, TouchTable touches, TransitionTable transitions) {
    this.sql = sql;
    this.touches = touches;
    this.transitions = transitions;
  }

  /// Reads everything there is; has to come first.
  Map<UUID, DatabaseRecord> load() throws SQLException {
    ids.clear();
    Map<UUID, DatabaseRecord> standings = new HashMap<>();
    for (DatabaseRecord standing :
        sql.list(
            this::read,
            """
            SELECT id, uuid, last_touch, last_proof, failures, failing_since, due, stamps,
              proof_by, last_write, certificate_from, certificate_until, server
            FROM databases\
            """)) {
      standings.put(standing.database(), standing);
    }
    for (Transition last : transitions.last()) {
      standings.computeIfPresent(last.database(), (id, s) -> s.withTransition(last));
    }
    return standings;
  }

  Optional<Long> find(UUID database) {
    return Optional.ofNullable(ids.get(database));
  }

  /// The number of a database, which gets one if it has none.
  long idOf(UUID database) throws SQLException {
    Optional<Long> known = find(database);
    if (known.isPresent()) {
      return known.get();
    }
    long id =
        sql.first(
                row -> row.number(1),
                "INSERT INTO databases(uuid) VALUES(?) RETURNING id",
                database.toString())
            .orElseThrow();
    ids.put(database, id);
    return id;
  }

  /// What a transaction has added to the numbers is void when it is rolled back.
  void reloadIds() throws SQLException {
    ids.clear();
    sql.list(
        row -> ids.put(UUID.fromString(row.text(2)), row.number(1)),
        "SELECT id, uuid FROM databases");
  }

  void write(long id, DatabaseRecord standing) throws SQLException {
    sql.change(
        """
        UPDATE databases SET last_touch = ?, last_proof = ?, failures = ?, failing_since = ?,
          due = ?, stamps = ?, proof_by = ?, last_write = ?, certificate_from = ?,
          certificate_until = ?, server = ? WHERE id = ?\
        """,
        standing.last().map(RecordedTouch::id),
        standing.lastProof().map(RecordedTouch::id),
        standing.failures(),
        standing.failingSince().map(Coverage::millis),
        standing.nextDue().map(Coverage::millis),
        stamps(standing),
        standing.proofBy().map(Coverage::millis),
        standing.lastWrite().map(Coverage::millis),
        standing.certificate().map(term -> Coverage.millis(term.from())),
        standing.certificate().map(term -> Coverage.millis(term.until())),
        standing.server(),
        id);
  }

  /// Notes that a database was touched, for the time that it has been known.
  void touched(long id, Instant at) throws SQLException {
    sql.change(
        "UPDATE databases SET first_at = ? WHERE id = ? AND (first_at IS NULL OR first_at > ?)",
        Coverage.millis(at),
        id,
        Coverage.millis(at));
  }

  Optional<Long> firstTouch(long id) throws SQLException {
    List<Optional<Long>> found =
        sql.list(row -> row.maybeNumber(1), "SELECT first_at FROM databases WHERE id = ?", id);
    return found.stream().flatMap(Optional::stream).findFirst();
  }

  void forget(long id) throws SQLException {
    for (String table : List.of("touches", "transitions", "days", "announced", "outbox")) {
      sql.run("DELETE FROM " + table + " WHERE database = " + id);
    }
    sql.run("DELETE FROM databases WHERE id = " + id);
    ids.values().remove(id);
  }

  private DatabaseRecord read(Row row) throws SQLException {
    UUID database = UUID.fromString(row.text(2));
    ids.put(database, row.number(1));
    return new DatabaseRecord(
        database,
        touch(row.maybeNumber(3)),
        touch(row.maybeNumber(4)),
        (int) row.number(5),
        row.maybeNumber(6).map(Instant::ofEpochMilli),
        Optional.empty(),
        row.maybeNumber(7).map(Instant::ofEpochMilli),
        row.maybeText(8).map(DatabaseTable::stamps).orElse(List.of()),
        row.maybeNumber(9).map(Instant::ofEpochMilli),
        row.maybeNumber(10).map(Instant::ofEpochMilli),
        term(row.maybeNumber(11), row.maybeNumber(12)),
        row.maybeText(13));
  }

  private static Optional<CertificateTerm> term(Optional<Long> from, Optional<Long> until) {
    return from.flatMap(first ->
        until.map(
            last -> new CertificateTerm(Instant.ofEpochMilli(first), Instant.ofEpochMilli(last))));
  }

  private static Optional<String> stamps(DatabaseRecord standing) {
    return Optional.of(standing.stamps())
        .filter(stamps -> !stamps.isEmpty())
        .map(stamps -> stamps.stream().map(Stamp::text).collect(Collectors.joining("\n")));
  }

  private static List<Stamp> stamps(String lines) {
    return lines.lines().flatMap(line -> Stamp.parse(line).stream()).toList();
  }

  private Optional<RecordedTouch> touch(Optional<Long> id) throws SQLException {
    return id.isPresent() ? touches.get(id.get()) : Optional.empty();
  }
}
