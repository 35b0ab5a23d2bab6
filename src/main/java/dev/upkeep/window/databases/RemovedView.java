package dev.upkeep.window.databases;

import dev.upkeep.database.RemovedDatabase;
import dev.upkeep.window.text.Texts;
import dev.upkeep.window.widget.Buttons;
import dev.upkeep.window.widget.Isolated;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The end of the list: what was removed and can be brought back, folded away until it is wanted.
final class RemovedView {
  /// More than these are scrolled.
  private static final double HIGHEST = 168;

  private final RemovedModel model;
  private final Texts texts;
  private final VBox lines = new VBox();
  private final TitledPane pane = new TitledPane();

  RemovedView(RemovedModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    lines.getStyleClass().add("removed-lines");
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(HIGHEST);
    scroll.getStyleClass().add("page-scroll");
    pane.setContent(scroll);
    pane.setId("removed");
    pane.getStyleClass().addAll("folded", "removed");
    pane.setExpanded(false);
    pane.setAnimated(false);
    model.waiting().addListener((_, _, now) -> show(now));
    // Filled when it is opened: two hundred lines that nobody sees take longer than the list.
    pane.expandedProperty().addListener((_, _, _) -> show(model.waiting().get()));
    show(model.waiting().get());
  }

  Node node() {
    return pane;
  }

  /// Opens it for somebody who wants to take a removal back.
  ///
  /// @return false if there is nothing to bring back
  boolean open() {
    boolean any = !model.waiting().get().isEmpty();
    if (any) {
      pane.setExpanded(true);
      pane.requestFocus();
    }
    return any;
  }

  private void show(List<RemovedDatabase> now) {
    pane.setText(texts.say(DatabasesText.RECENTLY_REMOVED, now.size()));
    pane.setVisible(!now.isEmpty());
    pane.setManaged(!now.isEmpty());
    lines
        .getChildren()
        .setAll(pane.isExpanded() ? now.stream().map(this::line).toList() : List.of());
  }

  private Node line(RemovedDatabase removed) {
    Label name = new Label(Isolated.of(model.name(removed)));
    name.getStyleClass().add("name");
    Label when = new Label(model.said(removed));
    when.getStyleClass().add("secondary");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button back =
        Buttons.of(
            texts.say(DatabasesText.BRING_BACK), "bring-back", () -> model.bringBack(removed));
    back.setAccessibleText(texts.say(DatabasesText.BRING_BACK_ONE, model.name(removed)));
    HBox line = new HBox(name, when, space, back);
    line.getStyleClass().add("removed-line");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
