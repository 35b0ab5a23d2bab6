package dev.upkeep.touch.conversation;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The instant by which an attempt must have ended. A socket's own timeout begins again with every
/// byte, so a server that drips its answer outlives it; closing the socket at the deadline does not
/// depend on what the server does.
///
/// Measured on the monotonic clock: it bounds I/O that a sleeping computer does not do.
public final class Deadline {
  private static final ScheduledThreadPoolExecutor WATCHDOG = watchdog();

  private final long endNanos;

  private Deadline(long endNanos) {
    this.endNanos = endNanos;
  }

  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /// The earlier of this deadline and the given time from now.
  public Deadline within(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return end - endNanos < 0 ? new Deadline(end) : this;
  }

  /// Never negative.
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
  }

  public boolean expired() {
    return remaining().isZero();
  }

  /// What is left in whole milliseconds, at least 1: a socket takes 0 for "for ever".
  public int remainingMillis() {
    return Math.toIntExact(Math.max(1, remaining().toMillis()));
  }

  /// Closes `resource` when the time is over, unless the returned watch was closed before.
  public Watch closing(Closeable resource) {
    ScheduledFuture<?> task =
        WATCHDOG.schedule(
            () -> closeQuietly(resource), remaining().toNanos(), TimeUnit.NANOSECONDS);
    return () -> task.cancel(false);
  }

  /// Runs a task that may block, unless the returned watch was closed before the time is over.
  public static Watch after(Duration time, Runnable task) {
    ScheduledFuture<?> start =
        WATCHDOG.schedule(
            () -> Thread.ofVirtual().start(task), time.toNanos(), TimeUnit.NANOSECONDS);
    return () -> start.cancel(false);
  }

  /// Stands guard until closed.
  public interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  private static void closeQuietly(Closeable resource) {
    try {
      resource.close();
    } catch (IOException ignored) {
      // It was closed because it is given up; that it could not even say goodbye changes nothing.
    }
  }

  private static ScheduledThreadPoolExecutor watchdog() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "deadline");
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }
}
