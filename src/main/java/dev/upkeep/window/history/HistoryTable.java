package dev.upkeep.window.history;

import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Verdict;
import dev.upkeep.window.page.PageContext;
import dev.upkeep.window.page.WindowTime;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// All touches. Only the lines that are seen exist, and what is scrolled to is asked for.
final class HistoryTable {
  private static final double LINE = 32;

  /// As the style sheet has it.
  private static final double FONT = 13;

  private static final double SCROLL_BAR = 10;

  private static final double NAME = 168;

  /// What a long name leaves to most details.
  private static final double DETAIL = 360;

  /// Before a name and behind it.
  private static final double ROOM = 24;

  /// What is said relative to now is said again so often.
  private static final Duration BEAT = Duration.ofSeconds(30);

  private final HistoryModel model;
  private final PageContext surroundings;
  private final TableView<HistoryLine> table = new TableView<>();
  private final Label nothing = new Label();

  /// One for all lines: each brings a scene along.
  private final Tooltip detail = new Tooltip();

  private final IntegerProperty beats = new SimpleIntegerProperty();
  private Optional<Row> hovered = Optional.empty();
  private double longest = NAME;
  private double others;

  HistoryTable(HistoryModel model, PageContext surroundings) {
    this.model = model;
    this.surroundings = surroundings;
    build();
  }

  private void build() {
    table.setId("history-table");
    table.getStyleClass().add("history-table");
    table.setAccessibleText(say(HistoryText.TABLE));
    table.setFixedCellSize(LINE);
    table.setPlaceholder(nothing);
    table.setRowFactory(_ -> new Row());
    List<TableColumn<HistoryLine, HistoryLine>> columns =
        List.of(
            column(HistoryText.TIME, 136, touch -> model.words().time(touch)),
            column(HistoryText.DATABASE, NAME, touch -> model.words().database(touch)),
            outcome(),
            took(),
            column(HistoryText.DETAIL, 0, touch -> model.words().detail(touch)));
    table.getColumns().setAll(columns);
    others = columns.stream().mapToDouble(TableColumn::getPrefWidth).sum();
    table.widthProperty().subscribe(() -> share(columns.get(1), columns.getLast()));
    model
        .names()
        .subscribe(names -> {
          longest = width(names.values());
          share(columns.get(1), columns.getLast());
        });
    model.touches().loaded().subscribe(now -> nothing.setText(nothing(now)));
    detail.setOnShowing(_ -> detail.setText(hovered.map(Row::hover).orElse("")));
    table.setItems(model.touches());
    table.skinProperty().addListener((_, _, _) -> hold());
    WindowTime.Waiting _ = surroundings.time().timer().every(BEAT, this::beat);
  }

  /// What is wide enough for it shows the longest name of a database whole.
  private void share(TableColumn<?, ?> name, TableColumn<?, ?> detail) {
    double rest = Math.floor(table.getWidth()) - others - SCROLL_BAR;
    double more = Math.clamp(longest - NAME, 0, Math.max(0, rest - DETAIL));
    name.setPrefWidth(NAME + more);
    detail.setPrefWidth(Math.max(160, rest - more));
  }

  /// Of the longest name.
  private static double width(Collection<String> names) {
    return names.stream()
        .max(Comparator.comparingInt(String::length))
        .map(name -> {
          Text text = new Text(name);
          text.setFont(Font.font(FONT));
          // A fraction of a pixel too much would have the table scroll sideways.
          return Math.ceil(text.getLayoutBounds().getWidth()) + ROOM;
        })
        .orElse(NAME);
  }

  /// Says again what is seen. To have the table make its cells anew would hold everything up.
  private void beat() {
    beats.set(beats.get() + 1);
  }

  private String nothing(boolean loaded) {
    boolean keepsNone =
        surroundings
            .agent()
            .snapshot()
            .get()
            .filter(seen -> seen.databases().isEmpty())
            .isPresent();
    HistoryText empty = keepsNone ? HistoryText.NONE_YET : HistoryText.NO_TOUCHES;
    return say(loaded ? empty : HistoryText.LOADING);
  }

  /// A column of fixed width: what fits its content would have to see a million lines.
  private TableColumn<HistoryLine, HistoryLine> column(
      HistoryText name, double width, Function<RecordedTouch, String> words) {
    TableColumn<HistoryLine, HistoryLine> column = new TableColumn<>(say(name));
    column.setSortable(false);
    column.setReorderable(false);
    column.setResizable(false);
    column.setMinWidth(width);
    column.setPrefWidth(width);
    column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue()));
    column.setCellFactory(_ -> new Cell(words));
    return column;
  }

  private TableColumn<HistoryLine, HistoryLine> outcome() {
    TableColumn<HistoryLine, HistoryLine> column =
        column(HistoryText.OUTCOME, 128, touch -> model.words().outcome(touch.verdict()));
    column.setCellFactory(_ -> new MarkedCell(touch -> model.words().outcome(touch.verdict())));
    return column;
  }

  private TableColumn<HistoryLine, HistoryLine> took() {
    TableColumn<HistoryLine, HistoryLine> column =
        column(HistoryText.TOOK, 112, touch -> model.words().took(touch));
    column.getStyleClass().add("number");
    return column;
  }

  /// Keeps what is read where it is when new touches come in above it. At the very top they are
  /// what one wants to see.
  private void hold() {
    // Registered after the skin, so that it knows of the change already.
    model
        .touches()
        .addListener(
            (ListChangeListener<HistoryLine>)
                change -> {
                  while (change.next()) {
                    if (change.wasAdded()
                        && !change.wasRemoved()
                        && change.getTo() < change.getList().size()) {
                      push(change.getAddedSize());
                    }
                  }
                });
  }

  private void push(int lines) {
    if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null) {
      int first = flow.getFirstVisibleCell().getIndex();
      double hidden = -flow.getFirstVisibleCell().getLayoutY();
      if (first > 0 || hidden > 0) {
        table.layout();
        flow.scrollToTop(first + lines);
        flow.scrollPixels(hidden);
      }
    }
  }

  Node view() {
    return table;
  }

  void focus() {
    table.requestFocus();
  }

  private String say(HistoryText text) {
    return surroundings.texts().say(text);
  }

  private static Optional<RecordedTouch> touch(@Nullable HistoryLine line) {
    return line instanceof HistoryLine.Touched(var touch) ? Optional.of(touch) : Optional.empty();
  }

  /// A line: asks for itself when it is looked at, and tells the exact instant when hovered over. A
  /// wheel brings hundreds of lines a second, so what hardly anybody asks for is said when somebody
  /// does.
  private final class Row extends TableRow<HistoryLine> {
    Row() {
      setOnMouseEntered(_ -> hovered = Optional.of(this));
    }

    @Override
    public void updateIndex(int index) {
      super.updateIndex(index);
      if (index >= 0) {
        model.touches().need(index);
      }
    }

    @Override
    protected void updateItem(@Nullable HistoryLine line, boolean empty) {
      super.updateItem(line, empty);
      setTooltip(touch(line).isPresent() ? detail : null);
      notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
      return attribute == AccessibleAttribute.TEXT
          ? hover()
          : super.queryAccessibleAttribute(attribute, parameters);
    }

    private String hover() {
      return touch(getItem()).map(model.words()::hover).orElse("");
    }
  }

  /// One value of a line; blank until the line is there.
  private class Cell extends TableCell<HistoryLine, HistoryLine> {
    private final Function<RecordedTouch, String> words;

    Cell(Function<RecordedTouch, String> words) {
      this.words = words;
      // Cells live as long as the table.
      beats.addListener((_, _, _) -> say());
    }

    @Override
    protected void updateItem(@Nullable HistoryLine line, boolean empty) {
      super.updateItem(line, empty);
      say();
    }

    private void say() {
      setText(touch(getItem()).map(words).orElse(""));
    }
  }

  /// The same with a mark before it, which is another one only if it means something else: a new
  /// node costs a pass through the style sheet.
  private final class MarkedCell extends Cell {
    private Optional<Verdict> marked = Optional.empty();

    MarkedCell(Function<RecordedTouch, String> words) {
      super(words);
    }

    @Override
    protected void updateItem(@Nullable HistoryLine line, boolean empty) {
      super.updateItem(line, empty);
      Optional<Verdict> now = touch(line).map(RecordedTouch::verdict);
      if (!now.equals(marked)) {
        marked = now;
        setGraphic(now.map(VerdictMark::of).orElse(null));
      }
    }
  }
}
