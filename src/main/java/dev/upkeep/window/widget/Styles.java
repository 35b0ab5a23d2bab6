package dev.upkeep.window.widget;

import java.util.Locale;
import javafx.scene.Node;

/// Names as the style sheet has them.
public final class Styles {
  private Styles() {}

  /// The node has a class, or has it not.
  public static void set(Node node, String styleClass, boolean now) {
    node.getStyleClass().remove(styleClass);
    if (now) {
      node.getStyleClass().add(styleClass);
    }
  }

  /// `THREE_DAYS` is `three-days`.
  public static String className(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
