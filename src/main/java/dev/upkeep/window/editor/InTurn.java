package dev.upkeep.window.editor;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Fills a pane a few parts a frame: two hundred at once would hold the window's thread. A few are
/// there at once.
final class InTurn {
  private static final int AT_ONCE = 4;

  private final Pane pane;
  private final Queue<Supplier<Node>> waiting = new ArrayDeque<>();
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          next();
        }
      };

  InTurn(Pane pane) {
    this.pane = pane;
  }

  /// These parts, instead of those that were there.
  void show(List<Supplier<Node>> parts) {
    timer.stop();
    waiting.clear();
    waiting.addAll(parts);
    pane.getChildren().clear();
    next();
    if (!waiting.isEmpty()) {
      timer.start();
    }
  }

  private void next() {
    for (int i = 0; i < AT_ONCE && !waiting.isEmpty(); i++) {
      pane.getChildren().add(waiting.remove().get());
    }
    if (waiting.isEmpty()) {
      timer.stop();
    }
  }
}
