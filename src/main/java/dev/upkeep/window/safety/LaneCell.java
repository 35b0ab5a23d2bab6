package dev.upkeep.window.safety;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A row of the picture: what, its lane, until when.
final class LaneCell extends ListCell<SafetyLane> {
  /// How wide the name is, and what stands behind the lane: the axis above has the same.
  static final double NAME = 184;

  static final double DEADLINE = 112;
  static final double SPACE = 12;

  private final SafetyModel model;
  private final Label name = new Label();
  private final Label keeper = new Label();
  private final LaneView view = new LaneView();
  private final Label deadline = new Label();
  private final HBox line;
  private final Tooltip tip = new Tooltip();

  LaneCell(SafetyModel model) {
    this.model = model;
    getStyleClass().add("lane-cell");
    name.getStyleClass().add("name");
    keeper.getStyleClass().add("caption");
    keeper.managedProperty().bind(keeper.visibleProperty());
    VBox what = new VBox(name, keeper);
    what.setAlignment(Pos.CENTER_LEFT);
    wide(what, NAME);
    HBox.setHgrow(view, Priority.ALWAYS);
    wide(deadline, DEADLINE);
    deadline.getStyleClass().add("secondary");
    line = new HBox(SPACE, what, view, deadline);
    line.setAlignment(Pos.CENTER_LEFT);
    setGraphic(null);
    setPrefWidth(0);
  }

  private static void wide(Region part, double width) {
    part.setMinWidth(width);
    part.setPrefWidth(width);
    part.setMaxWidth(width);
  }

  @Override
  protected void updateItem(@Nullable SafetyLane lane, boolean empty) {
    super.updateItem(lane, empty);
    if (empty || lane == null) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText("");
      return;
    }
    SafetyWords words = model.words();
    name.setText(words.name(lane));
    keeper.setText(words.keeper(lane).orElse(""));
    keeper.setVisible(lane.keeper().isPresent());
    deadline.setText(words.deadline(lane));
    view.show(lane, model.absence().get().share());
    String spoken = words.spoken(lane);
    tip.setText(spoken);
    setTooltip(tip);
    setAccessibleText(spoken);
    setGraphic(line);
  }
}
