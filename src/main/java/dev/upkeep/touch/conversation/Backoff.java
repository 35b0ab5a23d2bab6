package dev.upkeep.touch.conversation;

import java.time.Duration;

/// Waits, or in a test only says that it would have.
@FunctionalInterface
public interface Backoff {
  /// Waits.
  ///
  /// @throws TouchFailure when interrupted, which means that Upkeep is stopping
  void sleep(Duration time) throws TouchFailure;

  static void really(Duration time) throws TouchFailure {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw TouchFailure.interrupted(e);
    }
  }
}
