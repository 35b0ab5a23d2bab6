package dev.upkeep.history.store;

import dev.upkeep.database.TouchMode;
import dev.upkeep.history.Coverage;
import dev.upkeep.history.LatencyBucket;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.language.SentenceJson;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Stamp;
import dev.upkeep.touch.Touch;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Touches as rows. A database is the number that [Store] gave it.
final class TouchTable {
  /// What [#read] reads, without the table of touches, which each question names with its index.
  private static final String COLUMNS =
      """
      SELECT t.id, d.uuid, t.at, t.result, t.mode, t.attempts, t.next_due, t.evidence, t.latency,
        t.previous_at, l.text, m.text, a.text, t.timings
      FROM touches t\
      """;

  private static final String JOINS =
      """

      LEFT JOIN databases d ON d.id = t.database
      LEFT JOIN texts l ON l.id = t.previous_label
      LEFT JOIN texts m ON m.id = t.text
      LEFT JOIN texts a ON a.id = t.advice
      """;

  private final Sql sql;
  private final InternedTexts texts;

  TouchTable(Sql sql, InternedTexts texts) {
    this.sql = sql;
    this.texts = texts;
  }

  void insert(long database, RecordedTouch recorded) throws SQLException {
    Touch touch = recorded.touch();
    Optional<Stamp> stamp = Optional.empty();
    Optional<String> text;
    Optional<String> advice = Optional.empty();
    switch (touch.outcome()) {
      case Outcome.Alive alive -> {
        stamp = alive.previousStamp();
        text = alive.remark().map(SentenceJson::text);
      }
      case Outcome.Failed failed -> {
        text = Optional.of(SentenceJson.text(failed.message()));
        advice = Optional.of(SentenceJson.text(failed.advice()));
      }
      case Outcome.Skipped skipped -> text = Optional.of(SentenceJson.text(skipped.message()));
    }
    sql.change(
        "INSERT INTO touches VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        recorded.id(),
        database,
        Coverage.millis(touch.at()),
        Codes.result(touch.outcome()),
        Codes.mode(recorded.mode()),
        touch.attempts(),
        Coverage.millis(recorded.nextDue()),
        recorded.evidence().map(Codes::evidence),
        recorded.latency().map(latency -> latency.toNanos() / 1000),
        stamp.map(s -> Coverage.millis(s.at())),
        texts.idOf(stamp.map(Stamp::label)),
        texts.idOf(text),
        texts.idOf(advice),
        TimingsBytes.write(touch.timings()));
  }

  Optional<RecordedTouch> get(long id) throws SQLException {
    return sql.first(TouchTable::read, COLUMNS + JOINS + "WHERE t.id = ?", id);
  }

  long highestId() throws SQLException {
    return sql.first(row -> row.number(1), "SELECT coalesce(max(id), 0) FROM touches").orElse(0L);
  }

  /// All, oldest first. For the few that are kept in memory.
  List<RecordedTouch> all() throws SQLException {
    return sql.list(TouchTable::read, COLUMNS + JOINS + "ORDER BY t.id");
  }

  List<RecordedTouch> list(TouchQuery query) throws SQLException {
    return sql.listOnce(
        TouchTable::read,
        COLUMNS + query.index() + JOINS + query.where() + " ORDER BY t.at DESC, t.id DESC LIMIT ?",
        query.arguments());
  }

  /// The last touch that says anything about a database, at or before an instant.
  Optional<Coverage> vouchBefore(long database, long at) throws SQLException {
    return sql.first(
        TouchTable::vouch,
        """
        SELECT at, next_due, result FROM touches INDEXED BY touches_by_database
        WHERE database = ? AND at <= ? AND result < 50 ORDER BY at DESC, id DESC LIMIT 1\
        """,
        database,
        at);
  }

  /// The first touch that says anything about a database, after an instant.
  Optional<Coverage> vouchAfter(long database, long at) throws SQLException {
    return sql.first(
        TouchTable::vouch,
        """
        SELECT at, next_due, result FROM touches INDEXED BY touches_by_database
        WHERE database = ? AND at > ? AND result < 50 ORDER BY at, id LIMIT 1\
        """,
        database,
        at);
  }

  /// What touches between two instants say about a database, oldest first.
  List<Coverage> vouches(long database, long from, long to) throws SQLException {
    return sql.list(
        TouchTable::vouch,
        """
        SELECT at, next_due, result FROM touches INDEXED BY touches_by_database
        WHERE database = ? AND at >= ? AND at < ? AND result < 50 ORDER BY at, id\
        """,
        database,
        from,
        to);
  }

  List<LatencyBucket> latency(long database, long from, long to, int buckets) throws SQLException {
    return sql.list(
        row ->
            new LatencyBucket(
                Instant.ofEpochMilli(from + row.number(1) * (to - from) / buckets),
                row.number(2),
                micros(row.number(3)),
                micros(row.number(4) / row.number(2)),
                micros(row.number(5))),
        """
        SELECT (at - ?) * ? / ? AS bucket, count(*), min(latency), sum(latency), max(latency)
        FROM touches INDEXED BY touches_by_database
        WHERE database = ? AND at >= ? AND at < ? AND result = 0 GROUP BY bucket ORDER BY bucket\
        """,
        from,
        buckets,
        to - from,
        database,
        from,
        to);
  }

  static Duration micros(long micros) {
    return Duration.ofNanos(Math.multiplyExact(micros, 1000L));
  }

  private static Coverage vouch(Row row) throws SQLException {
    return Coverage.of(row.number(1), row.number(2), row.number(3) == Codes.ALIVE);
  }

  private static RecordedTouch read(Row row) throws SQLException {
    Touch touch =
        new Touch(
            Instant.ofEpochMilli(row.number(3)),
            outcome(row),
            (int) row.number(6),
            TimingsBytes.read(row.bytes(14)),
            Optional.empty());
    return new RecordedTouch(
        row.number(1),
        UUID.fromString(row.text(2)),
        touch,
        Codes.word(TouchMode.class, Codes::mode, row.number(5)),
        Instant.ofEpochMilli(row.number(7)));
  }

  private static Outcome outcome(Row row) throws SQLException {
    long result = row.number(4);
    if (result == Codes.ALIVE) {
      Optional<Long> previousAt = row.maybeNumber(10);
      return new Outcome.Alive(
          Codes.word(Evidence.class, Codes::evidence, row.number(8)),
          micros(row.number(9)),
          row.maybeText(11).flatMap(label -> previousAt.map(at -> stamp(at, label))),
          row.maybeText(12).map(SentenceJson::ofText));
    }
    if (result >= Codes.FIRST_SKIPPED) {
      return new Outcome.Skipped(
          Codes.word(Outcome.Skipped.Reason.class, Codes::reason, result),
          SentenceJson.ofText(row.text(12)));
    }
    return new Outcome.Failed(
        Codes.word(FailureKind.class, Codes::kind, result),
        SentenceJson.ofText(row.text(12)),
        SentenceJson.ofText(row.text(13)));
  }

  private static Stamp stamp(long at, String label) {
    return new Stamp(Instant.ofEpochMilli(at), label);
  }
}
