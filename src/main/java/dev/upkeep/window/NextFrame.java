package dev.upkeep.window;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;

/// Runs what it is given on the window's thread with the next frame, all at once: nobody sees more
/// than one state a frame, so none is worked out. While nothing is given, nothing runs.
final class NextFrame implements Executor {
  private final Executor window;
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean asked = new AtomicBoolean();
  private final AnimationTimer frame =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          stop();
          run();
        }
      };

  /// For a window.
  ///
  /// @param window runs what it is given later, on the window's thread
  NextFrame(Executor window) {
    this.window = window;
  }

  @Override
  public void execute(Runnable task) {
    waiting.add(task);
    if (asked.compareAndSet(false, true)) {
      window.execute(frame::start);
    }
  }

  private void run() {
    // First: what is added from here on may ask for a frame of its own, which then has nothing to
    // do.
    asked.set(false);
    for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
      task.run();
    }
  }
}
