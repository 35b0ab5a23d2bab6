package dev.upkeep.control.client;

/// Time and waiting in one, so that a test needs neither.
@FunctionalInterface
interface Patience {
  /// Waits a little; false when it has been long enough.
  boolean goOn() throws InterruptedException;
}
