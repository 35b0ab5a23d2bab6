package dev.upkeep.history.store;

import dev.upkeep.history.NewerHistoryException;
import java.sql.SQLException;
import java.util.List;

/// The tables, as a list of migrations that is only ever added to. `PRAGMA user_version` counts how
/// many of them a file has seen.
///
/// Instants are milliseconds since 1970, latencies microseconds, words the numbers of [Codes].
final class Schema {
  private static final List<List<String>> MIGRATIONS =
      List.of(
          List.of(
              // What is known of a database without reading its touches; see Standing. first_at is
              // the earliest touch ever, which outlives its row.
              """
              CREATE TABLE databases(
                id INTEGER PRIMARY KEY,
                uuid TEXT NOT NULL UNIQUE,
                first_at INTEGER,
                last_touch INTEGER,
                last_proof INTEGER,
                failures INTEGER NOT NULL DEFAULT 0,
                failing_since INTEGER,
                due INTEGER) STRICT\
              """,
              // Messages, advice and labels repeat for months.
              """
              CREATE TABLE texts(
                id INTEGER PRIMARY KEY,
                text TEXT NOT NULL UNIQUE) STRICT\
              """,
              """
              CREATE TABLE touches(
                id INTEGER PRIMARY KEY,
                database INTEGER NOT NULL,
                at INTEGER NOT NULL,
                result INTEGER NOT NULL,
                mode INTEGER NOT NULL,
                attempts INTEGER NOT NULL,
                next_due INTEGER NOT NULL,
                evidence INTEGER,
                latency INTEGER,
                previous_at INTEGER,
                previous_label INTEGER,
                text INTEGER,
                advice INTEGER,
                timings BLOB NOT NULL) STRICT\
              """,
              // Ends with latency, so that a chart is drawn from the index alone.
              "CREATE INDEX touches_by_database ON touches(database, at, result, latency)",
              "CREATE INDEX touches_by_time ON touches(at, database, result)",
              """
              CREATE INDEX touches_in_trouble ON touches(at, database, result)
                WHERE result <> 0\
              """,
              """
              CREATE INDEX touches_in_trouble_by_database ON touches(database, at, result)
                WHERE result <> 0\
              """,
              // Sums of one UTC day, counted from 1970. watched and up are kept right when a touch
              // cuts short what the one before it vouched for, so days to come may already exist.
              """
              CREATE TABLE days(
                database INTEGER NOT NULL,
                day INTEGER NOT NULL,
                alive INTEGER NOT NULL,
                failed INTEGER NOT NULL,
                skipped INTEGER NOT NULL,
                latency_sum INTEGER NOT NULL,
                latency_min INTEGER,
                latency_max INTEGER,
                watched INTEGER NOT NULL,
                up INTEGER NOT NULL,
                PRIMARY KEY(database, day)) STRICT, WITHOUT ROWID\
              """,
              """
              CREATE TABLE transitions(
                id INTEGER PRIMARY KEY,
                database INTEGER NOT NULL,
                at INTEGER NOT NULL,
                from_health INTEGER NOT NULL,
                to_health INTEGER NOT NULL,
                detail TEXT NOT NULL) STRICT\
              """,
              "CREATE INDEX transitions_by_database ON transitions(database, at)",
              "CREATE INDEX transitions_by_time ON transitions(at)",
              // What is still to be told. Never an address: webhook and heartbeat URLs are secrets.
              """
              CREATE TABLE outbox(
                id INTEGER PRIMARY KEY,
                created INTEGER NOT NULL,
                channel TEXT NOT NULL,
                payload TEXT NOT NULL,
                attempts INTEGER NOT NULL DEFAULT 0,
                next_attempt INTEGER NOT NULL,
                sent INTEGER) STRICT\
              """,
              "CREATE INDEX outbox_unsent ON outbox(next_attempt) WHERE sent IS NULL"),
          List.of(
              // What people were told, see Announced; no row where that is nothing. said is a set
              // of bits. The columns of what is not there are NULL.
              """
              CREATE TABLE announced(
                database INTEGER PRIMARY KEY,
                said INTEGER NOT NULL,
                since INTEGER,
                opened INTEGER,
                event TEXT,
                told INTEGER,
                reminders INTEGER NOT NULL,
                recovered INTEGER,
                recovery TEXT,
                margin_proof INTEGER,
                margin_level INTEGER,
                secret_since INTEGER,
                secret_told INTEGER,
                snoozed INTEGER) STRICT\
              """,
              // The first one was never written to. A row is one event on one channel; that an
              // event is queued twice for a channel cannot happen.
              "DROP TABLE outbox",
              """
              CREATE TABLE outbox(
                id INTEGER PRIMARY KEY,
                event TEXT NOT NULL,
                database INTEGER NOT NULL,
                channel TEXT NOT NULL,
                created INTEGER NOT NULL,
                payload TEXT NOT NULL,
                attempts INTEGER NOT NULL,
                next_attempt INTEGER NOT NULL,
                sent INTEGER,
                UNIQUE(event, channel)) STRICT\
              """,
              "CREATE INDEX outbox_unsent ON outbox(id) WHERE sent IS NULL"),
          List.of(
              // Who else touches it: stamps as their texts, a line each; see Standing.
              "ALTER TABLE databases ADD COLUMN stamps TEXT"),
          List.of(
              // When something that belongs to no database happened last.
              """
              CREATE TABLE moments(
                name TEXT PRIMARY KEY,
                at INTEGER NOT NULL) STRICT, WITHOUT ROWID\
              """),
          List.of(
              // By when a proof was there that a clock which was ahead has dated, and when we last
              // wrote: see DatabaseRecord. What is known of earlier writes is the last proof, if it
              // was one (evidence 1).
              "ALTER TABLE databases ADD COLUMN proof_by INTEGER",
              "ALTER TABLE databases ADD COLUMN last_write INTEGER",
              """
              UPDATE databases SET last_write = (
                SELECT at FROM touches WHERE id = last_proof AND evidence = 1)\
              """),
          List.of(
              // What touches saw of the server besides, and what of its certificate people know.
              "ALTER TABLE databases ADD COLUMN certificate_from INTEGER",
              "ALTER TABLE databases ADD COLUMN certificate_until INTEGER",
              "ALTER TABLE databases ADD COLUMN server TEXT",
              "ALTER TABLE announced ADD COLUMN certificate_until INTEGER",
              "ALTER TABLE announced ADD COLUMN certificate_told INTEGER"),
          List.of(
              // What is remembered together with what was told, such as a provider's account of
              // the databases; whoever wrote a text reads it.
              """
              CREATE TABLE memos(
                name TEXT PRIMARY KEY,
                text TEXT NOT NULL) STRICT, WITHOUT ROWID\
              """));

  static final int VERSION = MIGRATIONS.size();

  private Schema() {}

  /// Brings a file up to date. Does nothing to one that is.
  ///
  /// @throws NewerHistoryException before anything is written
  static void migrate(Sql sql, String fileName) throws SQLException, NewerHistoryException {
    long version = sql.first(row -> row.number(1), "PRAGMA user_version").orElse(0L);
    if (version > VERSION) {
      throw new NewerHistoryException(fileName, (int) version, VERSION);
    }
    if (version < 0) {
      throw SqlTrouble.damage("its version is " + version);
    }
    if (version == VERSION) {
      return;
    }
    for (int next = (int) version; next < VERSION; next++) {
      List<String> statements = MIGRATIONS.get(next);
      int reached = next + 1;
      sql.transaction(() -> {
        for (String statement : statements) {
          sql.run(statement);
        }
        sql.run("PRAGMA user_version = " + reached);
      });
    }
    // Puts the version into the file's header, where HistoryFile reads it before SQLite does.
    sql.run("PRAGMA wal_checkpoint(TRUNCATE)");
  }
}
