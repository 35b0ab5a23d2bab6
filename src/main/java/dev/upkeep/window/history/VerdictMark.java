package dev.upkeep.window.history;

import dev.upkeep.history.Verdict;
import dev.upkeep.window.widget.Styles;
import javafx.scene.Node;
import javafx.scene.shape.SVGPath;

/// How a touch ended, told by its shape; colour only repeats it.
final class VerdictMark {
  private VerdictMark() {}

  static Node of(Verdict verdict) {
    SVGPath path = new SVGPath();
    path.setContent(
        switch (verdict) {
          case ALIVE -> "M1 5 L4 8 L9 2";
          case FAILED -> "M1 1 L9 9 M1 9 L9 1";
          case SKIPPED -> "M1 5 L9 5";
        });
    path.getStyleClass().addAll("verdict", Styles.className(verdict));
    return path;
  }
}
