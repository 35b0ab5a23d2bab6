package dev.upkeep.control.server;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Does something about those who take too long. Wakes nobody up while there is nothing to wait
/// for.
final class Deadlines implements AutoCloseable {
  private final ScheduledThreadPoolExecutor timer;

  Deadlines() {
    timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("control-deadlines").factory());
    timer.setRemoveOnCancelPolicy(true);
  }

  /// A deadline that is called off when closed.
  @FunctionalInterface
  interface Armed extends AutoCloseable {
    @Override
    void close();
  }

  /// Runs the action, which must not block, unless the deadline is called off in time.
  Armed arm(Duration time, Runnable action) {
    try {
      Future<?> late = timer.schedule(action, time.toNanos(), TimeUnit.NANOSECONDS);
      return () -> late.cancel(false);
    } catch (RejectedExecutionException closed) {
      // The server is ending; what is under way then is ended by it.
      return () -> {};
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
