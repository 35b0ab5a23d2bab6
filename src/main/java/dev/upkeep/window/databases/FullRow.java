package dev.upkeep.window.databases;

import dev.upkeep.window.page.PageContext;
import dev.upkeep.window.page.Route;
import dev.upkeep.window.widget.Buttons;
import dev.upkeep.window.widget.Isolated;
import dev.upkeep.window.widget.StateMark;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A row in three lines: what and until when; where and how it went, or what is wrong and what to
/// do; the strip and what comes next.
final class FullRow implements RowView {
  private static final double MARK = 20;

  private final DatabasesModel model;
  private final PageContext surroundings;
  private final VBox lines = new VBox();
  private final StackPane mark = new StackPane();
  private final Label name = new Label();
  private final Label full = new Label();
  private final Label tags = new Label();
  private final Label host = new Label();
  private final Tooltip nameTip = new Tooltip();
  private final Tooltip lastTip = new Tooltip();
  private final Label safe = new Label();
  private final MarginBar bar = new MarginBar();
  private final Label left = new Label();
  private final Label last = new Label();
  private final Label trouble = new Label();
  private final RecentTouchesView strip = new RecentTouchesView();
  private final Label next = new Label();
  private final ProgressIndicator progress = new ProgressIndicator();
  private final Button touch;
  private final Button edit;
  private final RowMenu menu;
  private final ChangeListener<RecentTouches> stripChanged = (_, _, now) -> show(now);
  private @Nullable ObservableValue<RecentTouches> stripShown;

  private static final double NAME = 300;
  private static final double NARROW_NAME = 184;
  private static final double WHEN = 152;
  private static final double NARROW_WHEN = 60;
  private static final double NARROW = 760;

  private Optional<DatabaseRow> shown = Optional.empty();

  FullRow(DatabasesModel model, PageContext surroundings) {
    this.model = model;
    this.surroundings = surroundings;
    this.touch =
        Buttons.of(
            say(DatabasesText.TOUCH_NOW),
            "touch",
            () -> shown.ifPresent(row -> model.actions().touch(List.of(row))));
    this.edit =
        Buttons.of(
            say(DatabasesText.EDIT),
            "edit",
            () -> shown.ifPresent(row -> surroundings.navigator().go(new Route.Edit(row.id()))));
    this.menu = new RowMenu(model, surroundings);
    build();
  }

  private void build() {
    lines.getStyleClass().add("database");
    name.getStyleClass().add("name");
    name.setTooltip(nameTip);
    last.setTooltip(lastTip);
    full.getStyleClass().add("badge");
    full.setMinWidth(Region.USE_PREF_SIZE);
    tags.getStyleClass().add("tags");
    host.getStyleClass().add("secondary");
    last.getStyleClass().add("secondary");
    next.getStyleClass().add("secondary");
    trouble.getStyleClass().add("trouble");
    left.getStyleClass().add("left");
    host.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    trouble.setWrapText(true);
    trouble.setMinHeight(Region.USE_PREF_SIZE);
    safe.setMinWidth(Region.USE_PREF_SIZE);
    left.setMinWidth(Region.USE_PREF_SIZE);
    progress.getStyleClass().add("row-progress");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox end = new HBox(next, progress, space, touch, edit, menu.button());
    end.getStyleClass().add("row-end");
    end.setAlignment(Pos.CENTER_LEFT);
    // The columns alone say how wide things are: rows must stand under one another.
    for (Region filling : List.of(host, last, trouble, end)) {
      filling.setMinWidth(0);
      filling.setPrefWidth(0);
      filling.setMaxWidth(Double.MAX_VALUE);
    }
    next.setMinWidth(0);
    HBox.setHgrow(next, Priority.SOMETIMES);

    GridPane.setValignment(mark, VPos.TOP);
    GridPane upper = grid();
    // In a narrow window names give way, and touching is left to Enter and to the menu.
    ObservableValue<Boolean> narrow =
        lines
            .sceneProperty()
            .flatMap(Scene::widthProperty)
            .map(width -> width.doubleValue() < NARROW)
            .orElse(false);
    ColumnConstraints names = upper.getColumnConstraints().get(1);
    names.minWidthProperty().bind(narrow.map(now -> now ? NARROW_NAME : NAME));
    names.prefWidthProperty().bind(names.minWidthProperty());
    touch.visibleProperty().bind(narrow.map(now -> !now));
    touch.managedProperty().bind(touch.visibleProperty());
    upper.add(mark, 0, 0);
    upper.add(what(), 1, 0);
    upper.add(safe, 2, 0);
    upper.add(bar, 3, 0);
    upper.add(left, 4, 0);
    upper.add(host, 1, 1);
    upper.add(last, 2, 1, 3, 1);
    GridPane lower = grid();
    ColumnConstraints when = lower.getColumnConstraints().get(2);
    when.minWidthProperty().bind(narrow.map(now -> now ? NARROW_WHEN : WHEN));
    when.prefWidthProperty().bind(when.minWidthProperty());
    lower.add(strip, 1, 0);
    lower.add(end, 2, 0, 3, 1);
    // Not in a grid, which does not ask a text over several columns how high it is when it wraps.
    lines.getChildren().addAll(upper, trouble, lower);
    GridPane.setHalignment(left, HPos.RIGHT);
    GridPane.setValignment(strip, VPos.CENTER);
  }

  private Node what() {
    HBox what = new HBox(name, full, tags);
    what.getStyleClass().add("what");
    what.setAlignment(Pos.BASELINE_LEFT);
    what.setMinWidth(0);
    what.setPrefWidth(0);
    what.setMaxWidth(Double.MAX_VALUE);
    return what;
  }

  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("database-grid");
    grid.getColumnConstraints().addAll(columns());
    return grid;
  }

  private static List<ColumnConstraints> columns() {
    ColumnConstraints markColumn = new ColumnConstraints(MARK);
    ColumnConstraints what = new ColumnConstraints(NAME, NAME, Double.MAX_VALUE);
    what.setHgrow(Priority.SOMETIMES);
    ColumnConstraints when = new ColumnConstraints(WHEN);
    when.setMinWidth(WHEN);
    ColumnConstraints margin = new ColumnConstraints(64, 160, 480);
    margin.setHgrow(Priority.ALWAYS);
    ColumnConstraints time = new ColumnConstraints(80);
    return List.of(markColumn, what, when, margin, time);
  }

  @Override
  public Region node() {
    return lines;
  }

  @Override
  public void show(DatabaseRow row) {
    boolean other = shown.map(DatabaseRow::mark).filter(row.mark()::equals).isEmpty();
    if (other) {
      mark.getChildren().setAll(new StateMark(row.mark(), MARK));
    }
    shown = Optional.of(row);
    name.setText(Isolated.of(row.name()));
    nameTip.setText(row.name() + "\n" + row.host());
    safe.setText(row.safe());
    bar.show(row.share(), row.level(), row.safe());
    bar.setVisible(row.share().isPresent());
    left.setText(row.left());
    show(full, row.full() ? say(DatabasesText.STATE_FULL) : "");
    show(tags, row.tags());
    show(last, row.trouble() ? "" : row.last());
    lastTip.setText(row.last());
    show(host, row.trouble() ? "" : row.host());
    show(trouble, row.trouble() ? row.last() : "");
    next.setText(row.next());
    progress.setVisible(row.running());
    progress.setManaged(row.running());
    touch.setDisable(row.running());
    boolean editable = row.trouble() && surroundings.navigator().offers(Route.Edit.class);
    edit.setVisible(editable);
    edit.setManaged(editable);
    menu.show(row);
    watch(model.strip(row.id()));
  }

  @Override
  public void leave() {
    shown = Optional.empty();
    watch(null);
  }

  private static void show(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
    label.setManaged(!text.isEmpty());
  }

  private void watch(@Nullable ObservableValue<RecentTouches> now) {
    if (Objects.equals(now, stripShown)) {
      return;
    }
    if (stripShown != null) {
      stripShown.removeListener(stripChanged);
    }
    stripShown = now;
    if (now != null) {
      now.addListener(stripChanged);
      show(now.getValue());
    }
  }

  private void show(RecentTouches now) {
    strip.show(now, model.spoken(now), model::spoken);
  }

  private String say(DatabasesText text) {
    return surroundings.texts().say(text);
  }
}
