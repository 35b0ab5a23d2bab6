package dev.upkeep.window.account;

import javafx.beans.property.StringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// One line that is a secret: dots, until the person at it wants to see what was typed.
final class KeyField {
  private final PasswordField hidden = new PasswordField();
  private final TextField plain = new TextField();
  private final CheckBox show;
  private final HBox node;

  /// @param title said by a screen reader
  KeyField(StringProperty text, String title, String showLabel) {
    show = new CheckBox(showLabel);
    show.setId("show-key");
    show.setMinWidth(Region.USE_PREF_SIZE);
    hidden.setId("api-key");
    plain.setId("api-key-plain");
    for (TextField field : new TextField[] {hidden, plain}) {
      field.setAccessibleText(title);
      field.textProperty().bindBidirectional(text);
    }
    plain.visibleProperty().bind(show.selectedProperty());
    hidden.visibleProperty().bind(show.selectedProperty().not());
    // Whoever gave a key away does not show the next one by accident.
    text.addListener((_, _, now) -> {
      if (now.isEmpty()) {
        show.setSelected(false);
      }
    });
    StackPane both = new StackPane(hidden, plain);
    HBox.setHgrow(both, Priority.ALWAYS);
    node = new HBox(both, show);
    node.getStyleClass().add("key-field");
  }

  HBox node() {
    return node;
  }

  PasswordField field() {
    return hidden;
  }
}
