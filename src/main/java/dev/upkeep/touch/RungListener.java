package dev.upkeep.touch;

import dev.upkeep.language.Sentence;
import java.time.Duration;
import java.util.Optional;

/// Is told of every rung as it is reached, on the thread that touches.
@FunctionalInterface
public interface RungListener {
  RungListener NONE = (rung, took, detail) -> {};

  /// A rung was reached.
  ///
  /// @param detail what was seen, in a few words; free of secrets
  void reached(Rung rung, Duration took, Optional<Sentence> detail);
}
