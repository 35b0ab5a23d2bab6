package dev.upkeep.window.widget;

import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/// Makes buttons.
public final class Buttons {
  private Buttons() {}

  /// A button with words on it.
  ///
  /// @param id by which the style sheet and a test find it
  public static Button of(String label, String id, Runnable action) {
    Button button = new Button(label);
    button.setId(id);
    button.setOnAction(_ -> action.run());
    // Words must not be cut off: what is wider takes its place from what can shrink.
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /// A button with a sign on it, for which a screen reader says words.
  public static Button sign(String sign, String words, String id, Runnable action) {
    Button button = of(sign, id, action);
    button.getStyleClass().addAll("flat", "sign");
    button.setAccessibleText(words);
    return button;
  }
}
