package dev.upkeep.history.store;

import dev.upkeep.database.Margin;
import dev.upkeep.history.Announced;
import dev.upkeep.history.Coverage;
import dev.upkeep.history.Queued;
import dev.upkeep.history.Topic;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What was announced, a row for each database that something was announced of, and what is still
/// to be told, a row for each event and channel.
final class NoticeTable {
  private final Sql sql;

  NoticeTable(Sql sql) {
    this.sql = sql;
  }

  List<Announced> announced() throws SQLException {
    return sql.list(
        NoticeTable::readAnnounced,
        """
        SELECT d.uuid, a.said, a.since, a.opened, a.event, a.told, a.reminders, a.recovered,
          a.recovery, a.margin_proof, a.margin_level, a.secret_since, a.secret_told, a.snoozed,
          a.certificate_until, a.certificate_told
        FROM announced a JOIN databases d ON d.id = a.database\
        """);
  }

  /// What is not sent yet, in the order in which it was decided.
  List<Queued> queued() throws SQLException {
    return sql.list(
        NoticeTable::readQueued,
        """
        SELECT o.id, o.event, d.uuid, o.channel, o.created, o.payload, o.attempts, o.next_attempt
        FROM outbox o JOIN databases d ON d.id = o.database WHERE o.sent IS NULL ORDER BY o.id\
        """);
  }

  long highestId() throws SQLException {
    return sql.first(row -> row.number(1), "SELECT max(id) FROM outbox").orElse(0L);
  }

  void write(long database, Announced one) throws SQLException {
    sql.change("DELETE FROM announced WHERE database = ?", database);
    if (one.isNothing()) {
      return;
    }
    Optional<Announced.Outage> outage = one.outage();
    Optional<Announced.Recovery> recovery = outage.flatMap(Announced.Outage::recovery);
    sql.change(
        """
        INSERT INTO announced(database, said, since, opened, event, told, reminders, recovered,
          recovery, margin_proof, margin_level, secret_since, secret_told, snoozed,
          certificate_until, certificate_told)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        database,
        outage.map(o -> bits(o.said())).orElse(0),
        outage.map(o -> Coverage.millis(o.since())),
        outage.map(o -> Coverage.millis(o.opened())),
        outage.map(o -> o.event().toString()),
        outage.map(o -> Coverage.millis(o.told())),
        outage.map(Announced.Outage::reminders).orElse(0),
        recovery.map(r -> Coverage.millis(r.at())),
        recovery.map(r -> r.event().toString()),
        one.margin().map(m -> Coverage.millis(m.proof())),
        one.margin().map(m -> Codes.level(m.level())),
        one.secret().map(s -> Coverage.millis(s.since())),
        one.secret().map(s -> s.told() ? 1 : 0),
        one.snoozedUntil().map(Coverage::millis),
        one.certificate().map(c -> Coverage.millis(c.until())),
        one.certificate().map(Announced.Expiring::told));
  }

  void insert(long database, Queued notice) throws SQLException {
    sql.change(
        """
        INSERT OR REPLACE INTO outbox(id, event, database, channel, created, payload, attempts,
          next_attempt)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        notice.id(),
        notice.event().toString(),
        database,
        notice.channel(),
        Coverage.millis(notice.created()),
        notice.payload(),
        notice.attempts(),
        Coverage.millis(notice.nextAttempt()));
  }

  Map<String, String> memos() throws SQLException {
    Map<String, String> memos = new HashMap<>();
    sql.list(row -> memos.put(row.text(1), row.text(2)), "SELECT name, text FROM memos");
    return memos;
  }

  void write(String name, String text) throws SQLException {
    sql.change("DELETE FROM memos WHERE name = ?", name);
    if (!text.isEmpty()) {
      sql.change("INSERT INTO memos(name, text) VALUES(?, ?)", name, text);
    }
  }

  void withdraw(UUID event) throws SQLException {
    sql.change("DELETE FROM outbox WHERE event = ? AND sent IS NULL", event.toString());
  }

  void sent(long id, Instant at) throws SQLException {
    sql.change("UPDATE outbox SET sent = ? WHERE id = ?", Coverage.millis(at), id);
  }

  void postpone(Queued notice) throws SQLException {
    sql.change(
        "UPDATE outbox SET attempts = ?, next_attempt = ? WHERE id = ?",
        notice.attempts(),
        Coverage.millis(notice.nextAttempt()),
        notice.id());
  }

  void drop(long id) throws SQLException {
    sql.change("DELETE FROM outbox WHERE id = ?", id);
  }

  /// Everything but what was sent.
  void clear() throws SQLException {
    sql.run("DELETE FROM announced");
    sql.run("DELETE FROM memos");
    sql.run("DELETE FROM outbox WHERE sent IS NULL");
  }

  private static int bits(Set<Topic> topics) {
    return topics.stream().mapToInt(topic -> 1 << Codes.topic(topic)).sum();
  }

  private static Set<Topic> topics(long bits) {
    EnumSet<Topic> topics = EnumSet.allOf(Topic.class);
    topics.removeIf(topic -> (bits & (1L << Codes.topic(topic))) == 0);
    return topics;
  }

  private static Announced readAnnounced(Row row) throws SQLException {
    Set<Topic> said = topics(row.number(2));
    return new Announced(
        UUID.fromString(row.text(1)),
        said.isEmpty() ? Optional.empty() : Optional.of(readOutage(row, said)),
        readMargin(row),
        instant(row, 12).isPresent()
            ? Optional.of(new Announced.Locked(required(row, 12), row.number(13) == 1))
            : Optional.empty(),
        instant(row, 14),
        instant(row, 15).isPresent()
            ? Optional.of(new Announced.Expiring(required(row, 15), (int) row.number(16)))
            : Optional.empty());
  }

  private static Announced.Outage readOutage(Row row, Set<Topic> said) throws SQLException {
    Optional<Instant> recovered = instant(row, 8);
    return new Announced.Outage(
        said,
        required(row, 3),
        required(row, 4),
        UUID.fromString(row.text(5)),
        required(row, 6),
        (int) row.number(7),
        recovered.isPresent()
            ? Optional.of(new Announced.Recovery(recovered.get(), UUID.fromString(row.text(9))))
            : Optional.empty());
  }

  private static Optional<Announced.Melted> readMargin(Row row) throws SQLException {
    Optional<Instant> proof = instant(row, 10);
    return proof.isPresent()
        ? Optional.of(
            new Announced.Melted(
                proof.get(), Codes.word(Margin.Level.class, Codes::level, row.number(11))))
        : Optional.empty();
  }

  private static Instant required(Row row, int column) throws SQLException {
    return Instant.ofEpochMilli(row.number(column));
  }

  private static Optional<Instant> instant(Row row, int column) throws SQLException {
    return row.maybeNumber(column).map(Instant::ofEpochMilli);
  }

  private static Queued readQueued(Row row) throws SQLException {
    return new Queued(
        row.number(1),
        UUID.fromString(row.text(2)),
        UUID.fromString(row.text(3)),
        row.text(4),
        Instant.ofEpochMilli(row.number(5)),
        row.text(6),
        (int) row.number(7),
        Instant.ofEpochMilli(row.number(8)));
  }
}
