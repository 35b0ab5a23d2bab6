package dev.upkeep.history.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Looks into a file past [History].
final class RawFile {
  private RawFile() {}

  static void run(Path file, String sql) throws SQLException {
    try (Sql database = open(file)) {
      database.run(sql);
    }
  }

  static List<String> texts(Path file) throws SQLException {
    try (Sql database = open(file)) {
      return database.list(row -> row.text(1), "SELECT text FROM texts");
    }
  }

  static List<Long> ids(Path file) throws SQLException {
    try (Sql database = open(file)) {
      return database.list(row -> row.number(1), "SELECT id FROM touches");
    }
  }

  static List<String> integrity(Path file) throws SQLException {
    try (Sql database = open(file)) {
      return database.list(row -> row.text(1), "PRAGMA integrity_check");
    }
  }

  private static Sql open(Path file) throws SQLException {
    Connection connection = Touches.SQLITE.connect("jdbc:sqlite:" + file.toUri());
    return new Sql(connection);
  }
}
