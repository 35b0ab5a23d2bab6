package dev.upkeep.database;

import dev.upkeep.database.ConnectionText.Problem;

/// What became of a part of the text: a value, or the reason why there is none.
sealed interface Parsed<T> {
  record Good<T>(T value) implements Parsed<T> {}

  record Bad<T>(Problem problem) implements Parsed<T> {}
}
