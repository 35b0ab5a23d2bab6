package dev.upkeep.control;

import java.time.Duration;

/// Time and waiting in one, so that a test needs neither.
@FunctionalInterface
interface Patience {
  /// Waits a little; false when it has been long enough.
  boolean goOn() throws InterruptedException;

  /// In steps of 50 ms, on a clock that nobody sets.
  static Patience of(Duration total) {
    long end = System.nanoTime() + total.toNanos();
    return () -> {
      Thread.sleep(50);
      return System.nanoTime() - end < 0;
    };
  }
}
