package dev.upkeep.window.databases;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// The place of a row in the list. It knows the database alone, and asks what is to be said of it:
/// what changes with time is asked again while it is on the screen.
final class DatabaseCell extends ListCell<UUID> {
  private final DatabasesModel model;
  private final RowView view;
  private Optional<DatabaseRow> shown = Optional.empty();

  /// A place that is empty.
  ///
  /// @param made is told of it, to have it refreshed
  DatabaseCell(DatabasesModel model, RowView view, Consumer<DatabaseCell> made) {
    this.model = model;
    this.view = view;
    getStyleClass().add("database-cell");
    made.accept(this);
  }

  @Override
  protected void updateItem(@Nullable UUID database, boolean empty) {
    super.updateItem(database, empty);
    if (empty || database == null) {
      setGraphic(null);
      setAccessibleText(null);
      view.leave();
      shown = Optional.empty();
    } else {
      refresh();
      setGraphic(view.node());
    }
  }

  /// Says what is to be said now, if that is something else.
  void refresh() {
    UUID database = getItem();
    Optional<DatabaseRow> now = database == null ? Optional.empty() : model.row(database);
    if (now.isPresent() && !now.equals(shown)) {
      shown = now;
      view.show(now.get());
      setAccessibleText(now.get().spoken());
    }
  }

  /// A cell knows its text only; the row's height follows from what its width makes of it.
  @Override
  protected double computePrefHeight(double width) {
    return getGraphic() == null
        ? super.computePrefHeight(width)
        : snappedTopInset()
            + view.node().prefHeight(width - snappedLeftInset() - snappedRightInset())
            + snappedBottomInset();
  }

  /// As wide as the list, never wider.
  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }
}
