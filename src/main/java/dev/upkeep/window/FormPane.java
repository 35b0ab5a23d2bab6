package dev.upkeep.window;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Holds a form: as wide as one can read, and scrolled where it is longer than the window.
final class FormPane {
  private final ScrollPane pane;

  FormPane(Region content) {
    content.setMaxWidth(720);
    HBox.setHgrow(content, Priority.ALWAYS);
    pane = new ScrollPane(new HBox(content));
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.getStyleClass().add("form-pane");
  }

  Node node() {
    return pane;
  }

  /// Shows a sentence for each problem.
  static void showProblems(VBox box, List<String> problems) {
    box.getChildren().setAll(problems.stream().map(one -> Lines.of(one, "problem")).toList());
  }
}
