package dev.upkeep.window.editor;

import dev.upkeep.window.widget.TextLabels;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Holds a form: as wide as one can read, and scrolled where it is longer than the window. What can
/// be done with it stands beneath and is always to be seen.
final class FormPane {
  /// What is scrolled to does not stick to the edge, and neither does a frame around it.
  private static final double BENEATH = 40;

  private final Region content;
  private final ScrollPane pane;
  private final HBox actions = new HBox();
  private final VBox node;

  FormPane(Region content) {
    this.content = content;
    content.setMaxWidth(720);
    HBox.setHgrow(content, Priority.ALWAYS);
    pane = new ScrollPane(new HBox(content));
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    // The fields in it are what one goes to.
    pane.setFocusTraversable(false);
    pane.getStyleClass().add("form-pane");
    VBox.setVgrow(pane, Priority.ALWAYS);
    actions.getStyleClass().addAll("actions", "form-actions");
    node = new VBox(pane, actions);
  }

  Node node() {
    return node;
  }

  /// Puts the keyboard where one begins. What is scrolled belongs to the scene only once the style
  /// is known.
  void begin(PasteBox paste) {
    node.applyCss();
    paste.focus();
  }

  /// What can be done, from now on.
  void offer(Node... buttons) {
    actions.getChildren().setAll(buttons);
  }

  /// Scrolls to how a trial goes, whenever there is more to see of it.
  void follow(ConnectionTest trial, Region view) {
    view.heightProperty()
        .addListener((_, before, now) -> {
          if (now.doubleValue() > before.doubleValue() && trial.begun()) {
            // Once everything has its place.
            Platform.runLater(() -> reveal(view));
          }
        });
  }

  private void reveal(Node part) {
    double seen = pane.getViewportBounds().getHeight();
    double hidden = content.getHeight() - seen;
    if (hidden <= 0 || part.getScene() == null) {
      return;
    }
    Bounds at = content.sceneToLocal(part.localToScene(part.getLayoutBounds()));
    double top = pane.getVvalue() * hidden;
    double lowest = Math.max(top, at.getMaxY() + BENEATH - seen);
    pane.setVvalue(Math.min(1, Math.min(lowest, at.getMinY()) / hidden));
  }

  /// Shows a sentence for each problem.
  static void showProblems(VBox box, List<String> problems) {
    box.getChildren().setAll(problems.stream().map(one -> TextLabels.of(one, "problem")).toList());
  }
}
