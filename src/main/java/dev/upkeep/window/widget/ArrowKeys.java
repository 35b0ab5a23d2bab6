package dev.upkeep.window.widget;

import java.util.function.IntConsumer;
import javafx.scene.input.KeyEvent;

/// Lets the arrow keys walk through a drawing.
public final class ArrowKeys {
  private ArrowKeys() {}

  /// Goes along the parts of a drawing with the arrow keys, which stay at its ends; other keys are
  /// left alone.
  ///
  /// @param chosen the part to go on from; negative to begin at the last one
  public static void along(KeyEvent event, int chosen, int last, IntConsumer choose) {
    switch (event.getCode()) {
      case LEFT -> choose.accept(chosen < 0 ? last : Math.max(0, chosen - 1));
      case RIGHT -> choose.accept(chosen < 0 ? last : Math.min(last, chosen + 1));
      default -> {
        return;
      }
    }
    event.consume();
  }
}
