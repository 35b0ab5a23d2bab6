package dev.upkeep.database.paste;

import dev.upkeep.database.paste.ConnectionText.Problem;
import java.util.function.Function;

/// What became of a part of the text: a value, or the reason why there is none.
sealed interface Parsed<T> {
  /// What either function makes of it. Every `ping` reads a text, and the first pattern switch of a
  /// process costs more than that.
  <R> R fold(Function<Problem, R> bad, Function<T, R> good);

  record Good<T>(T value) implements Parsed<T> {
    @Override
    public <R> R fold(Function<Problem, R> bad, Function<T, R> good) {
      return good.apply(value);
    }
  }

  record Bad<T>(Problem problem) implements Parsed<T> {
    @Override
    public <R> R fold(Function<Problem, R> bad, Function<T, R> good) {
      return bad.apply(problem);
    }
  }
}
