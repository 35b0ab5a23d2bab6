package dev.upkeep.window.history;

import java.util.ArrayList;
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
  private final List<Cell> cells = new ArrayList<>();

  UptimeFigures() {
    grid.setId("uptime");
    grid.getStyleClass().add("uptime");
    grid.setMinWidth(Region.USE_PREF_SIZE);
  }

  Node view() {
    return grid;
  }

  /// Shows these; new words in the same cells, since new nodes are styled and laid out anew.
  void show(List<UptimeFigure> figures) {
    while (cells.size() < figures.size()) {
      Cell cell = new Cell();
      grid.add(cell.box, cells.size() % COLUMNS, cells.size() / COLUMNS);
      cells.add(cell);
    }
    while (cells.size() > figures.size()) {
      grid.getChildren().remove(cells.removeLast().box);
    }
    for (int i = 0; i < figures.size(); i++) {
      cells.get(i).show(figures.get(i));
    }
  }

  private static final class Cell {
    private final Label share = new Label();
    private final Label window = new Label();
    private final Label watched = new Label();
    private final VBox box = new VBox(window, share, watched);

    Cell() {
      share.getStyleClass().add("uptime-share");
      window.getStyleClass().add("caption");
      watched.getStyleClass().add("caption");
      box.setFocusTraversable(false);
    }

    void show(UptimeFigure figure) {
      share.setText(figure.share());
      window.setText(figure.window());
      watched.setText(figure.watched());
      box.setAccessibleText(figure.spoken());
    }
  }
}
