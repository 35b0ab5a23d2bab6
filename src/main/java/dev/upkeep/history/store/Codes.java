package dev.upkeep.history.store;

import dev.upkeep.database.Margin;
import dev.upkeep.database.TouchMode;
import dev.upkeep.history.Health;
import dev.upkeep.history.Topic;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Rung;
import java.sql.SQLException;
import java.util.function.ToIntFunction;

/// The numbers that stand for our words on disk. They are there for ever: a word may get a new
/// name, but a number never another meaning. A new number needs a new [Schema] version.
public final class Codes {
  static final int ALIVE = 0;

  /// Results below this say something about the database; see [Coverage#speaks].
  static final int FIRST_SILENT = 50;

  /// Results from here on were skipped.
  static final int FIRST_SKIPPED = 100;

  private Codes() {}

  static int result(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Alive alive -> ALIVE;
      case Outcome.Failed failed -> kind(failed.kind());
      case Outcome.Skipped skipped -> reason(skipped.reason());
    };
  }

  static int kind(FailureKind kind) {
    return switch (kind) {
      case UNRESOLVED -> 1;
      case REFUSED -> 2;
      case TIMEOUT -> 3;
      case CLOSED -> 4;
      case TLS -> 5;
      case AUTH -> 6;
      case PERMISSION -> 7;
      case QUOTA -> 8;
      case FULL -> 9;
      case BUSY -> 10;
      case READ_ONLY -> 11;
      case FOREIGN_KEY -> 12;
      case PROTOCOL -> 13;
      case SERVER -> 14;
      case SECRET -> 50;
      case INTERNAL -> 51;
    };
  }

  static int reason(Outcome.Skipped.Reason reason) {
    return switch (reason) {
      case OFFLINE -> 100;
      case PAUSED -> 101;
      case DISABLED -> 102;
    };
  }

  static int mode(TouchMode mode) {
    return switch (mode) {
      case WRITE -> 1;
      case READ -> 2;
      case PING -> 3;
    };
  }

  static int evidence(Evidence evidence) {
    return switch (evidence) {
      case WRITE -> 1;
      case READ -> 2;
      case KEY_MISSING -> 3;
      case PING -> 4;
    };
  }

  static int health(Health health) {
    return switch (health) {
      case ALIVE -> 1;
      case FAILING -> 2;
      case DOWN -> 3;
      case PAUSED -> 4;
      case UNKNOWN -> 5;
    };
  }

  static int topic(Topic topic) {
    return switch (topic) {
      case DOWN -> 0;
      case CREDENTIALS -> 1;
      case ARCHIVED -> 2;
      case MARGIN -> 3;
      case RECOVERED -> 4;
      case REMINDER -> 5;
      case SECRET -> 6;
      case FULL -> 7;
      case CERTIFICATE -> 8;
      case ACCOUNT -> 9;
    };
  }

  static int level(Margin.Level level) {
    return switch (level) {
      case UNKNOWN -> 0;
      case AMPLE -> 1;
      case HALF -> 2;
      case QUARTER -> 3;
      case THREE_DAYS -> 4;
      case PASSED -> 5;
    };
  }

  static int rung(Rung rung) {
    return switch (rung) {
      case TEXT -> 1;
      case NAME -> 2;
      case TCP -> 3;
      case TLS -> 4;
      case AUTHENTICATED -> 5;
      case PING -> 6;
      case WRITE -> 7;
      case READ_BACK -> 8;
      case SENTINEL -> 9;
      case SERVER -> 10;
    };
  }

  /// The word for a number.
  ///
  /// @throws SQLException as damage, if the number stands for nothing
  static <E extends Enum<E>> E word(Class<E> words, ToIntFunction<E> code, long number)
      throws SQLException {
    for (E word : words.getEnumConstants()) {
      if (code.applyAsInt(word) == number) {
        return word;
      }
    }
    throw SqlTrouble.damage("no " + words.getSimpleName() + " has the number " + number);
  }
}
