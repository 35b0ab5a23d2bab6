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

/// What can be done with a database, beyond touching it.
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
  }

  MenuButton button() {
    return button;
  }

  /// Is about this row from now on.
  void show(DatabaseRow row) {
    boolean same =
        shown
            .filter(before -> before.id().equals(row.id()) && before.paused() == row.paused())
            .isPresent();
    shown = Optional.of(row);
    button.setAccessibleText(surroundings.texts().say(DatabasesText.MORE, row.name()));
    if (!same) {
      button.getItems().setAll(items(row));
    }
  }

  /// The same, for a menu that opens anywhere.
  List<MenuItem> items(DatabaseRow row) {
    List<MenuItem> items = new ArrayList<>();
    if (row.paused()) {
      items.add(item(DatabasesText.RESUME, () -> model.resume(row)));
    } else {
      items.add(pause(row, DatabasesText.PAUSE_1, Optional.of(Duration.ofHours(1))));
      items.add(pause(row, DatabasesText.PAUSE_4, Optional.of(Duration.ofHours(4))));
      items.add(pause(row, DatabasesText.PAUSE_24, Optional.of(Duration.ofHours(24))));
      items.add(pause(row, DatabasesText.PAUSE, Optional.empty()));
    }
    items.add(new SeparatorMenuItem());
    Navigator navigator = surroundings.navigator();
    if (navigator.offers(Route.History.class)) {
      Route history = new Route.History(Optional.of(row.id()));
      items.add(item(DatabasesText.HISTORY, () -> navigator.go(history)));
    }
    if (navigator.offers(Route.Edit.class)) {
      items.add(item(DatabasesText.EDIT, () -> navigator.go(new Route.Edit(row.id()))));
    }
    items.add(item(DatabasesText.REMOVE, () -> model.remove(row)));
    return items;
  }

  private MenuItem pause(DatabaseRow row, DatabasesText label, Optional<Duration> length) {
    return item(label, () -> model.pause(row, length));
  }

  private MenuItem item(DatabasesText label, Runnable action) {
    MenuItem item = new MenuItem(surroundings.texts().say(label));
    item.setId("menu-" + Styles.className(label));
    item.setOnAction(_ -> action.run());
    return item;
  }
}
