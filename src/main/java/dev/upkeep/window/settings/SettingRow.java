package dev.upkeep.window.settings;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One line of settings: what it is and what it is for on the left, the control on the right, and
/// beneath them what is wrong.
final class SettingRow {
  private SettingRow() {}

  /// A row.
  ///
  /// @param help what it is for, or what there is to know about it
  /// @param problem empty while nothing is wrong
  static Region of(
      String name,
      ObservableValue<String> help,
      ObservableValue<String> problem,
      Region... controls) {
    Label label = new Label(name);
    label.setLabelFor(controls[0]);
    label.getStyleClass().add("name");
    Label sentence = wrapped("secondary");
    sentence.textProperty().bind(help);
    Label wrong = wrapped("problem");
    wrong.textProperty().bind(problem);
    wrong.visibleProperty().bind(wrong.textProperty().isNotEmpty());
    wrong.managedProperty().bind(wrong.visibleProperty());
    VBox words = new VBox(label, sentence, wrong);
    words.getStyleClass().add("words");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(words);
    row.getChildren().addAll(controls);
    row.getStyleClass().add("setting-row");
    for (Region control : controls) {
      control.setMinWidth(Region.USE_PREF_SIZE);
      control.accessibleHelpProperty().bind(help);
    }
    return row;
  }

  private static Label wrapped(String style) {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }
}
