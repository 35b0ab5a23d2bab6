package dev.upkeep.window.link;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/// Takes steps from any thread and runs them on the window's in their order, as many at a time as
/// have come together: a thousand changes at once must not become a thousand events.
final class WindowQueue {
  private final Executor window;
  private final Runnable afterwards;
  private final Queue<Runnable> steps = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean posted = new AtomicBoolean();

  /// A queue that is empty.
  ///
  /// @param afterwards runs after all that have come together, on the window's thread
  WindowQueue(Executor window, Runnable afterwards) {
    this.window = window;
    this.afterwards = afterwards;
  }

  void add(Runnable step) {
    steps.add(step);
    if (posted.compareAndSet(false, true)) {
      window.execute(this::run);
    }
  }

  private void run() {
    // First: what is added from here on may post again, and then finds nothing to do.
    posted.set(false);
    for (Runnable step = steps.poll(); step != null; step = steps.poll()) {
      step.run();
    }
    afterwards.run();
  }
}
