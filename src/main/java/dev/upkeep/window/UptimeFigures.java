package dev.upkeep.window;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Uptime as large figures, two by two.
final class UptimeFigures {
  private static final int COLUMNS = 2;

  private final GridPane grid = new GridPane();

  UptimeFigures() {
    grid.setId("uptime");
    grid.getStyleClass().add("uptime");
    grid.setMinWidth(Region.USE_PREF_SIZE);
  }

  Node view() {
    return grid;
  }

  void show(List<UptimeFigure> figures) {
    grid.getChildren().clear();
    for (int i = 0; i < figures.size(); i++) {
      grid.add(cell(figures.get(i)), i % COLUMNS, i / COLUMNS);
    }
  }

  private static Node cell(UptimeFigure figure) {
    Label share = new Label(figure.share());
    share.getStyleClass().add("uptime-share");
    Label window = new Label(figure.window());
    window.getStyleClass().add("caption");
    Label watched = new Label(figure.watched());
    watched.getStyleClass().add("caption");
    VBox box = new VBox(window, share, watched);
    box.setAccessibleText(figure.spoken());
    box.setFocusTraversable(false);
    return box;
  }
}
