package dev.upkeep.history.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// One row of a result. Columns count from 1.
final class Row {
  private final ResultSet results;

  Row(ResultSet results) {
    this.results = results;
  }

  long number(int column) throws SQLException {
    return results.getLong(column);
  }

  Optional<Long> maybeNumber(int column) throws SQLException {
    long number = results.getLong(column);
    return results.wasNull() ? Optional.empty() : Optional.of(number);
  }

  String text(int column) throws SQLException {
    return maybeText(column).orElse("");
  }

  Optional<String> maybeText(int column) throws SQLException {
    return Optional.ofNullable(results.getString(column));
  }

  byte[] bytes(int column) throws SQLException {
    return results.getBytes(column);
  }

  /// Makes a value of one row.
  @FunctionalInterface
  interface Reader<T> {
    T read(Row row) throws SQLException;
  }
}
