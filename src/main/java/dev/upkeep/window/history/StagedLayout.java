package dev.upkeep.window.history;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Puts a pane together, a part a frame from the first [#start] on. To style and lay out all of it
/// in one frame would hold the window up.
final class StagedLayout extends AnimationTimer {
  private final Pane pane;
  private final Queue<Node> parts;
  private final Runnable whole;

  /// Nothing happens yet.
  ///
  /// @param parts become the pane's children, in this order
  /// @param whole runs once, when the last of them has been laid out
  StagedLayout(Pane pane, List<? extends Node> parts, Runnable whole) {
    this.pane = pane;
    this.parts = new ArrayDeque<>(parts);
    this.whole = whole;
  }

  @Override
  public void handle(long now) {
    Node next = parts.poll();
    if (next == null) {
      stop();
      whole.run();
    } else {
      pane.getChildren().add(next);
    }
  }
}
