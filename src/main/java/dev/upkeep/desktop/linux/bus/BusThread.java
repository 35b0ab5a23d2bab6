package dev.upkeep.desktop.linux.bus;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread of a [Bus]. It starts with its first task and sleeps while there is none; what is
/// given to it after the end is dropped.
final class BusThread {
  private static final Logger LOG = LoggerFactory.getLogger(BusThread.class);

  private final String name;
  private final ScheduledThreadPoolExecutor executor;
  private volatile Optional<Thread> thread = Optional.empty();

  BusThread(String name) {
    this.name = name;
    this.executor = new ScheduledThreadPoolExecutor(1, this::newThread);
    executor.setRemoveOnCancelPolicy(true);
  }

  void post(Runnable task) {
    var _ = later(Duration.ZERO, task);
  }

  /// Runs a task after a pause, unless it is cancelled before.
  Future<?> later(Duration pause, Runnable task) {
    try {
      return executor.schedule(() -> run(task), pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("{} has ended", name);
      return CompletableFuture.completedFuture(null);
    }
  }

  /// Runs a task and waits for its end, but not for longer than this. On this thread itself, where
  /// a person who chooses "Quit" is heard, it is run at once.
  void runWithin(Duration atMost, Runnable task) {
    if (thread.filter(it -> it == Thread.currentThread()).isPresent()) {
      run(task);
      return;
    }
    try {
      executor.submit(() -> run(task)).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException | RejectedExecutionException e) {
      LOG.debug("{} did not come to it in time", name, e);
    }
  }

  /// Ends the thread, in the middle of what it does.
  void end() {
    executor.shutdownNow();
  }

  private void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("A task on the thread {} failed", name, e);
    }
  }

  private Thread newThread(Runnable work) {
    Thread made = Thread.ofPlatform().daemon().name(name).unstarted(work);
    thread = Optional.of(made);
    return made;
  }
}
