package dev.upkeep.window.databases;

import dev.upkeep.window.page.PageContext;
import dev.upkeep.window.widget.Styles;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;

/// The list itself. What is chosen are databases, not places: when the order changes, the choice
/// goes along, and what left the list is chosen no more. Nothing is chosen that a person has not
/// chosen, and what is chosen is marked, wherever the keyboard is.
final class DatabaseList {
  private final DatabasesModel model;
  private final ListView<UUID> list = new ListView<>();
  private final ObservableList<UUID> items = FXCollections.observableArrayList();
  private final Set<UUID> chosen = new LinkedHashSet<>();
  private final BooleanProperty compact = new SimpleBooleanProperty();
  private Set<DatabaseCell> cells = new HashSet<>();
  private boolean placing;

  DatabaseList(DatabasesModel model, PageContext surroundings) {
    this.model = model;
    list.setId("database-list");
    list.setItems(items);
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.getSelectionModel()
        .getSelectedIndices()
        .addListener((ListChangeListener<Integer>) _ -> chose());
    compact.addListener((_, _, now) -> form(now, surroundings));
    form(compact.get(), surroundings);
    model.order().addListener((_, _, now) -> place(now));
    model.onRefresh(() -> List.copyOf(cells).forEach(DatabaseCell::refresh));
    place(model.order().get());
  }

  ListView<UUID> view() {
    return list;
  }

  /// Whether rows have one line.
  BooleanProperty compact() {
    return compact;
  }

  private void form(boolean oneLine, PageContext surroundings) {
    // Cells of the other form go when the list lets them go.
    cells = Collections.newSetFromMap(new WeakHashMap<>());
    Styles.set(list, "database-list-compact", oneLine);
    list.setFixedCellSize(oneLine ? CompactRow.HEIGHT : ListView.USE_COMPUTED_SIZE);
    list.setCellFactory(_ ->
        new DatabaseCell(
            model,
            oneLine ? new CompactRow(model, surroundings) : new FullRow(model, surroundings),
            cells::add));
  }

  private void place(List<UUID> now) {
    Optional<UUID> focused = Optional.ofNullable(list.getFocusModel().getFocusedItem());
    placing = true;
    items.setAll(now);
    chosen.retainAll(Set.copyOf(now));
    list.getSelectionModel().clearSelection();
    for (int i = 0; i < now.size(); i++) {
      if (chosen.contains(now.get(i))) {
        list.getSelectionModel().select(i);
      }
    }
    list.getFocusModel().focus(focused.filter(_ -> !chosen.isEmpty()).map(now::indexOf).orElse(-1));
    placing = false;
  }

  private void chose() {
    if (!placing) {
      chosen.clear();
      chosen.addAll(
          list.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList());
    }
  }

  /// What is chosen, in the order of the list.
  List<DatabaseRow> chosen() {
    return model.rows(items.stream().filter(chosen::contains).toList());
  }

  /// Chooses one alone and brings it into sight; nothing if it is not in the list.
  void choose(UUID database) {
    int place = items.indexOf(database);
    if (place >= 0) {
      list.getSelectionModel().clearAndSelect(place);
      list.getFocusModel().focus(place);
      list.scrollTo(place);
    }
  }

  void chooseNone() {
    list.getSelectionModel().clearSelection();
  }
}
