package dev.upkeep.window;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;

/// Runs what it is given on the window's thread, in order, but nothing before the first frame is on
/// the screen. What has been drawn is put there by the window's own thread: whoever keeps it busy
/// then, with a list to style and lay out, has people look at nothing for as long.
final class FirstFrame implements Executor {
  private final Queue<Runnable> waiting = new ArrayDeque<>(); // guarded by this
  private boolean over; // guarded by this

  /// Waits for it, from now on.
  ///
  /// @param node any that is seen in it
  void await(Node node) {
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        frames++;
        if (frames == 2) {
          // A frame waits for the one before it only if there is something to draw.
          node.setOpacity(0.99);
        } else if (frames == 3) {
          node.setOpacity(1);
          stop();
          end();
        }
      }
    }.start();
  }

  private synchronized void end() {
    over = true;
    waiting.forEach(Platform::runLater);
    waiting.clear();
  }

  @Override
  public synchronized void execute(Runnable task) {
    if (over) {
      Platform.runLater(task);
    } else {
      waiting.add(task);
    }
  }
}
