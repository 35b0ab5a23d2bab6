package dev.upkeep.history.store;

import dev.upkeep.language.HistoryPhrase;
import dev.upkeep.language.Sentence;
import java.sql.SQLException;

/// What an error of SQLite means for us. The result codes are those of
/// <https://www.sqlite.org/rescode.html>.
enum SqlTrouble {
  /// The file's content is wrong: set it aside.
  DAMAGED,
  /// The file's content may be right, but it cannot be used now: try again later.
  UNUSABLE;

  private static final int ERROR = 1;
  private static final int PERM = 3;
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READ_ONLY = 8;
  private static final int IO_ERROR = 10;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CANNOT_OPEN = 14;
  private static final int CONSTRAINT = 19;
  private static final int MISMATCH = 20;
  private static final int FORMAT = 24;
  private static final int NOT_A_DATABASE = 26;

  /// In use, only SQLite's own word counts as damage: what may as well be our mistake in a
  /// statement must not cost anybody their history.
  static SqlTrouble inUse(SQLException e) {
    return switch (code(e)) {
      case CORRUPT, FORMAT, NOT_A_DATABASE -> DAMAGED;
      default -> UNUSABLE;
    };
  }

  /// When a file is opened, a table that is missing or has other columns is damage, too.
  static SqlTrouble atOpen(SQLException e) {
    return switch (code(e)) {
      case ERROR, CONSTRAINT, MISMATCH -> DAMAGED;
      default -> inUse(e);
    };
  }

  /// The error as the end of the sentence "History cannot be written: …".
  static Sentence words(SQLException e) {
    return switch (code(e)) {
      case FULL -> HistoryPhrase.FULL.with();
      case PERM, READ_ONLY, CANNOT_OPEN -> HistoryPhrase.READ_ONLY.with();
      case IO_ERROR -> HistoryPhrase.IO_ERROR.with();
      case BUSY, LOCKED -> HistoryPhrase.BUSY.with();
      case CORRUPT, FORMAT, NOT_A_DATABASE -> HistoryPhrase.DAMAGED.with();
      default -> HistoryPhrase.OTHER.with(String.valueOf(e.getMessage()));
    };
  }

  static SQLException damage(String what) {
    return new SQLException(what, "", CORRUPT);
  }

  static SQLException cannotOpen(String what, Throwable cause) {
    return new SQLException(what, "", CANNOT_OPEN, cause);
  }

  /// The primary result code: the lower byte.
  private static int code(SQLException e) {
    return e.getErrorCode() & 0xff;
  }
}
