package dev.upkeep.history.store;

import java.sql.SQLException;
import java.util.Optional;

/// Texts that repeat, each stored once.
final class InternedTexts {
  private final Sql sql;

  InternedTexts(Sql sql) {
    this.sql = sql;
  }

  Optional<Long> idOf(Optional<String> text) throws SQLException {
    return text.isPresent() ? Optional.of(idOf(text.get())) : Optional.empty();
  }

  private long idOf(String text) throws SQLException {
    String find = "SELECT id FROM texts WHERE text = ?";
    Optional<Long> known = sql.first(row -> row.number(1), find, text);
    if (known.isPresent()) {
      return known.get();
    }
    String add = "INSERT INTO texts(text) VALUES(?) RETURNING id";
    return sql.first(row -> row.number(1), add, text).orElseThrow();
  }

  /// Removes what no touch says any more. Reads the whole table of touches.
  void removeUnused() throws SQLException {
    sql.run(
        """
        DELETE FROM texts WHERE id NOT IN (
          SELECT previous_label FROM touches WHERE previous_label IS NOT NULL
          UNION SELECT text FROM touches WHERE text IS NOT NULL
          UNION SELECT advice FROM touches WHERE advice IS NOT NULL)\
        """);
  }
}
