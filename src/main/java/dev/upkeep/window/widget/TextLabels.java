package dev.upkeep.window.widget;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Makes the lines of text of a form.
public final class TextLabels {
  private TextLabels() {}

  /// A text that wraps.
  public static Label of(String text, String styleClass) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(styleClass);
    return label;
  }

  /// A text that wraps, and takes no place while there is none.
  public static Label following(ObservableValue<String> text, String styleClass) {
    Label label = of("", styleClass);
    label.textProperty().bind(text);
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }
}
