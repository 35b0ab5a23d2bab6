package dev.upkeep.history.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A connection to SQLite that remembers its statements, and whose transactions are blocks. For one
/// thread.
///
/// Arguments are numbers, texts, bytes, or an `Optional` of one of them.
final class Sql implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Sql(Connection connection) {
    this.connection = connection;
  }

  /// Runs one statement of the few that are needed again and again.
  ///
  /// @return the number of rows it changed
  int change(String sql, Object... arguments) throws SQLException {
    return bound(sql, arguments).executeUpdate();
  }

  /// Asks one of the few questions that are asked again and again.
  <T> List<T> list(Row.Reader<T> reader, String sql, Object... arguments) throws SQLException {
    return rows(bound(sql, arguments), reader);
  }

  <T> Optional<T> first(Row.Reader<T> reader, String sql, Object... arguments) throws SQLException {
    return list(reader, sql, arguments).stream().findFirst();
  }

  /// Asks a question in words that may never be used again.
  <T> List<T> listOnce(Row.Reader<T> reader, String sql, List<?> arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return rows(bind(statement, arguments.toArray()), reader);
    }
  }

  /// The text that a pragma answers.
  String text(String pragma) throws SQLException {
    return listOnce(row -> row.text(1), pragma, List.of()).stream().findFirst().orElse("");
  }

  /// Runs one statement without arguments, once.
  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// Does all of it or nothing.
  void transaction(Work work) throws SQLException {
    run("BEGIN IMMEDIATE");
    try {
      work.run();
      run("COMMIT");
    } catch (SQLException | RuntimeException e) {
      try {
        run("ROLLBACK");
      } catch (SQLException alreadyRolledBack) {
        e.addSuppressed(alreadyRolledBack);
      }
      throw e;
    }
  }

  @Override
  public void close() throws SQLException {
    prepared.clear();
    connection.close();
  }

  private PreparedStatement bound(String sql, Object... arguments) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    return bind(statement, arguments);
  }

  private static PreparedStatement bind(PreparedStatement statement, Object... arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof Optional<?> maybe) {
        if (maybe.isPresent()) {
          statement.setObject(i + 1, maybe.get());
        } else {
          statement.setNull(i + 1, java.sql.Types.NULL);
        }
      } else {
        statement.setObject(i + 1, arguments[i]);
      }
    }
    return statement;
  }

  private static <T> List<T> rows(PreparedStatement statement, Row.Reader<T> reader)
      throws SQLException {
    List<T> values = new ArrayList<>();
    try (ResultSet results = statement.executeQuery()) {
      Row row = new Row(results);
      while (results.next()) {
        values.add(reader.read(row));
      }
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      // We wrote only what can be read back, so it was not us who wrote this.
      SQLException damage = SqlTrouble.damage("a row holds what was never written");
      damage.initCause(e);
      throw damage;
    }
    return values;
  }

  /// The inside of a transaction.
  @FunctionalInterface
  interface Work {
    void run() throws SQLException;
  }
}
