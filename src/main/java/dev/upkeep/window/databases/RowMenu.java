package dev.upkeep.window.databases;

import dev.upkeep.window.page.Navigator;
import dev.upkeep.window.page.PageContext;
import dev.upkeep.window.page.Route;
import dev.upkeep.window.widget.Styles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// What can be done with a database, or with several that are chosen together.
final class RowMenu {
  private final DatabasesModel model;
  private final PageContext surroundings;
  private final MenuButton button = new MenuButton("⋯");
  private Optional<DatabaseRow> shown = Optional.empty();

  RowMenu(DatabasesModel model, PageContext surroundings) {
    this.model = model;
    this.surroundings = surroundings;
    button.setId("more");
    button.getStyleClass().addAll("flat", "sign");
    // Filled when it is opened: most of them never are.
    button.getItems().add(new MenuItem());
    button.setOnShowing(
        _ -> shown.ifPresent(row -> button.getItems().setAll(items(List.of(row), null))));
  }

  MenuButton button() {
    return button;
  }

  /// Is about this row from now on.
  void show(DatabaseRow row) {
    if (shown.map(DatabaseRow::name).filter(row.name()::equals).isEmpty()) {
      button.setAccessibleText(surroundings.texts().say(DatabasesText.MORE, row.name()));
    }
    shown = Optional.of(row);
  }

  /// The same, for a menu that opens anywhere.
  List<MenuItem> items(List<DatabaseRow> rows, @Nullable Window owner) {
    List<MenuItem> items = new ArrayList<>();
    DatabaseActions actions = model.actions();
    items.add(item(DatabasesText.TOUCH_NOW, () -> actions.touch(rows)));
    items.add(new SeparatorMenuItem());
    List<DatabaseRow> paused = rows.stream().filter(DatabaseRow::paused).toList();
    if (!paused.isEmpty()) {
      items.add(item(DatabasesText.RESUME, () -> actions.resume(paused)));
    }
    if (paused.size() < rows.size()) {
      items.add(pause(rows, DatabasesText.PAUSE_1, Optional.of(Duration.ofHours(1))));
      items.add(pause(rows, DatabasesText.PAUSE_4, Optional.of(Duration.ofHours(4))));
      items.add(pause(rows, DatabasesText.PAUSE_24, Optional.of(Duration.ofHours(24))));
      items.add(pause(rows, DatabasesText.PAUSE, Optional.empty()));
    }
    items.add(new SeparatorMenuItem());
    if (rows.size() == 1) {
      addPlaces(items, rows.getFirst());
    } else {
      SeveralDialog dialog = new SeveralDialog(surroundings.texts(), owner);
      items.add(
          item(
              DatabasesText.TAGS_OF_SEVERAL,
              () -> dialog.tags(rows).ifPresent(change -> actions.edit(rows, change))));
      items.add(
          item(
              DatabasesText.INTERVAL_OF_SEVERAL,
              () -> dialog.interval(rows).ifPresent(change -> actions.edit(rows, change))));
    }
    items.add(
        item(
            rows.size() == 1 ? DatabasesText.REMOVE : DatabasesText.REMOVE_SEVERAL,
            () -> actions.remove(rows),
            rows.size()));
    return items;
  }

  private void addPlaces(List<MenuItem> items, DatabaseRow row) {
    Navigator navigator = surroundings.navigator();
    if (navigator.offers(Route.History.class)) {
      Route history = new Route.History(Optional.of(row.id()));
      items.add(item(DatabasesText.HISTORY, () -> navigator.go(history)));
    }
    if (navigator.offers(Route.Safety.class)) {
      Route safety = new Route.Safety(Optional.of(row.id()));
      items.add(item(DatabasesText.WHAT_IF, () -> navigator.go(safety)));
    }
    if (navigator.offers(Route.Edit.class)) {
      items.add(item(DatabasesText.EDIT, () -> navigator.go(new Route.Edit(row.id()))));
    }
  }

  private MenuItem pause(List<DatabaseRow> rows, DatabasesText label, Optional<Duration> length) {
    return item(label, () -> model.actions().pause(rows, length));
  }

  private MenuItem item(DatabasesText label, Runnable action, Object... arguments) {
    MenuItem item = new MenuItem(surroundings.texts().say(label, arguments));
    item.setId("menu-" + Styles.className(label));
    item.setOnAction(_ -> action.run());
    return item;
  }
}
