package dev.upkeep.schedule;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/// The one thread that owns all mutable state, and the only way to wait on it. Waiting stands apart
/// from the clock because the two disagree: a timer stops while a laptop sleeps.
public interface AgentThread extends Executor {
  /// Runs the task on this thread, after everything that was given before.
  ///
  /// @throws java.util.concurrent.RejectedExecutionException when the thread has ended
  @Override
  void execute(Runnable task);

  /// Runs the task after this much time in which the computer was awake.
  Wake after(Duration delay, Runnable task);

  /// A task that was put off.
  interface Wake {
    /// Forgets the task unless it has begun.
    void cancel();
  }

  /// An executor as this thread. A task that throws is logged and ends only itself.
  ///
  /// @param executor with exactly one thread
  static AgentThread of(ScheduledExecutorService executor) {
    return new AgentThread() {
      @Override
      public void execute(Runnable task) {
        executor.execute(logged(task));
      }

      @Override
      public Wake after(Duration delay, Runnable task) {
        Future<?> future = executor.schedule(logged(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
      }
    };
  }

  /// The executor itself would keep what a task threw to itself.
  private static Runnable logged(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        LoggerFactory.getLogger(AgentThread.class).error("A task of the agent failed.", e);
      }
    };
  }
}
