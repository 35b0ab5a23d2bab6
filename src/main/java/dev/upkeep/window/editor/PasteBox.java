package dev.upkeep.window.editor;

import dev.upkeep.window.text.Texts;
import dev.upkeep.window.widget.Styles;
import javafx.application.Platform;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Where a connection text is pasted. What is in it is not drawn, not copied and not told to a
/// screen reader until the person at it wants to see it: a password stands in it.
final class PasteBox {
  private final CheckBox show;
  private final Hiding area = new Hiding();
  private final VBox node;

  /// @param title of the box
  PasteBox(StringProperty text, String title, Texts texts, int rows) {
    show = new CheckBox(texts.say(FormText.SHOW));
    show.setId("show");
    show.setMinWidth(Region.USE_PREF_SIZE);
    area.setId("paste");
    area.setPromptText(texts.say(FormText.PASTE_PROMPT));
    area.setPrefRowCount(rows);
    area.setWrapText(true);
    // No connection text needs a tab, and the keyboard must be able to leave.
    area.addEventFilter(KeyEvent.KEY_PRESSED, PasteBox::goOn);
    area.textProperty().bindBidirectional(text);
    // A secret that was typed away is not to be had back.
    text.addListener((_, _, now) -> {
      if (now.isEmpty()) {
        show.setSelected(false);
        Platform.runLater(this::forgetWhatWasUndone);
      }
    });
    Label hidden = new Label();
    hidden.getStyleClass().add("secondary");
    hidden.setMouseTransparent(true);
    hidden.textProperty().bind(text.map(now -> texts.say(FormText.PASTE_HIDDEN, now.length())));
    hidden.visibleProperty().bind(show.selectedProperty().not().and(text.isNotEmpty()));
    show.selectedProperty().addListener((_, _, now) -> Styles.set(area, "hiding", !now));
    Styles.set(area, "hiding", true);
    Label label = new Label(title);
    label.getStyleClass().add("field-label");
    label.setLabelFor(area);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox top = new HBox(label, space, show);
    top.setAlignment(Pos.CENTER_LEFT);
    node = new VBox(top, new StackPane(area, hidden));
    node.getStyleClass().add("paste-box");
  }

  /// A text that a program sets is where undoing ends, also an empty one. Afterwards, because the
  /// change under way is remembered at its own end.
  private void forgetWhatWasUndone() {
    if (area.getText().isEmpty()) {
      area.setText("");
    }
  }

  private static void goOn(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB
        && !event.isShortcutDown()
        && event.getSource() instanceof Node area) {
      area.requestFocusTraversal(
          event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
      event.consume();
    }
  }

  VBox node() {
    return node;
  }

  void focus() {
    area.requestFocus();
  }

  private final class Hiding extends TextArea {
    @Override
    public void copy() {
      if (show.isSelected()) {
        super.copy();
      }
    }

    @Override
    public void cut() {
      if (show.isSelected()) {
        super.cut();
      }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
      return attribute == AccessibleAttribute.TEXT && !show.isSelected()
          ? "•".repeat(getLength())
          : super.queryAccessibleAttribute(attribute, parameters);
    }
  }
}
