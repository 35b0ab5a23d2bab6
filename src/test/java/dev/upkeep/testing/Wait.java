package dev.upkeep.testing;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for what another process does in its own time. The limit only ends a test that has failed.
public final class Wait {
  private static final long AT_MOST_SECONDS = 90;
  private static final long BETWEEN_LOOKS_MILLIS = 50;

  private Wait() {}

  /// Waits until it is so.
  ///
  /// @param what completes "there was no …" when it never is
  public static void until(String what, BooleanSupplier condition) {
    var _ =
        until(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.<Boolean>empty());
  }

  /// Waits until there is something, and gives it.
  ///
  /// @param what completes "there was no …" when there never is
  public static <T> T until(String what, Supplier<Optional<T>> look) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(AT_MOST_SECONDS);
    while (true) {
      Optional<T> seen = look.get();
      if (seen.isPresent()) {
        return seen.get();
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("there was no " + what);
      }
      try {
        Thread.sleep(BETWEEN_LOOKS_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
