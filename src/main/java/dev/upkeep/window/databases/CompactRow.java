package dev.upkeep.window.databases;

import dev.upkeep.window.page.PageContext;
import dev.upkeep.window.widget.Isolated;
import dev.upkeep.window.widget.StateMark;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A row in one line, of which at least fourteen are seen at once: what, where or what is wrong,
/// until when, and what comes next.
final class CompactRow implements RowView {
  /// Of the whole row, its line beneath and all.
  static final double HEIGHT = 32;

  private static final double MARK = 16;
  private static final double NAME = 200;
  private static final double SAFE = 132;
  private static final double BAR = 80;
  private static final double LEFT = 68;
  private static final double NEXT = 138;

  private final HBox line = new HBox();
  private final StackPane mark = new StackPane();
  private final Label name = new Label();
  private final Label full = new Label();
  private final Label about = new Label();
  private final Label safe = new Label();
  private final MarginBar bar = new MarginBar();
  private final Label left = new Label();
  private final Label next = new Label();
  private final Tooltip tip = new Tooltip();
  private final RowMenu menu;
  private final String fullText;
  private Optional<DatabaseRow> shown = Optional.empty();

  CompactRow(DatabasesModel model, PageContext surroundings) {
    menu = new RowMenu(model, surroundings);
    fullText = surroundings.texts().say(DatabasesText.STATE_FULL);
    build();
  }

  private void build() {
    line.getStyleClass().addAll("database", "compact");
    line.setAlignment(Pos.CENTER_LEFT);
    mark.setMinWidth(MARK);
    name.getStyleClass().add("name");
    name.setTooltip(tip);
    about.setTooltip(tip);
    full.getStyleClass().add("badge");
    full.setMinWidth(Region.USE_PREF_SIZE);
    about.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    List.of(about, next, left).forEach(label -> label.getStyleClass().add("secondary"));
    about.setMinWidth(0);
    about.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(about, Priority.ALWAYS);
    HBox what = new HBox(name, full);
    what.getStyleClass().add("what");
    what.setAlignment(Pos.CENTER_LEFT);
    wide(what, NAME);
    wide(safe, SAFE);
    wide(bar, BAR);
    wide(left, LEFT);
    left.setAlignment(Pos.CENTER_RIGHT);
    wide(next, NEXT);
    line.getChildren().addAll(mark, what, about, safe, bar, left, next, menu.button());
  }

  /// The columns alone say how wide things are: rows must stand under one another.
  private static void wide(Region column, double width) {
    column.setMinWidth(width);
    column.setPrefWidth(width);
    column.setMaxWidth(width);
  }

  @Override
  public Region node() {
    return line;
  }

  @Override
  public void show(DatabaseRow row) {
    if (shown.map(DatabaseRow::mark).filter(row.mark()::equals).isEmpty()) {
      mark.getChildren().setAll(new StateMark(row.mark(), MARK));
    }
    shown = Optional.of(row);
    name.setText(Isolated.of(row.name()));
    full.setText(row.full() ? fullText : "");
    full.setVisible(row.full());
    full.setManaged(row.full());
    about.setText(row.trouble() ? row.last() : about(row));
    // The end of a sentence matters less than the end of a host.
    about.setTextOverrun(row.trouble() ? OverrunStyle.ELLIPSIS : OverrunStyle.CENTER_ELLIPSIS);
    safe.setText(row.safe());
    bar.show(row.share(), row.level(), row.safe());
    bar.setVisible(row.share().isPresent());
    left.setText(row.left());
    next.setText(row.next());
    tip.setText(row.name() + "\n" + row.host() + "\n" + row.last());
    menu.show(row);
  }

  private static String about(DatabaseRow row) {
    return row.tags().isEmpty() ? row.address() : row.tags() + " · " + row.address();
  }

  @Override
  public void leave() {
    shown = Optional.empty();
  }
}
