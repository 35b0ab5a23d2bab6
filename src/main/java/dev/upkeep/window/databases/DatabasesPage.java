package dev.upkeep.window.databases;

import dev.upkeep.window.page.Page;
import dev.upkeep.window.page.PageContext;
import dev.upkeep.window.page.Route;
import dev.upkeep.window.widget.TextLabels;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Shows the overview.
public final class DatabasesPage implements Page {
  /// Where a menu opens that no pointer has asked for, from the corner of the list.
  private static final double MENU_AT = 48;

  private final DatabasesModel model;
  private final PageContext surroundings;
  private final TextField filter = new TextField();
  private final ListView<DatabaseRow> list = new ListView<>();
  private final ContextMenu menu = new ContextMenu();
  private final VBox rows = new VBox(filter, list);
  private final StackPane view = new StackPane(rows);

  /// One press removes one database, however long it lasts.
  private boolean deleteHeld;

  private DatabasesPage(PageContext surroundings, DatabasesModel model) {
    this.surroundings = surroundings;
    this.model = model;
  }

  /// The page, and the model behind it.
  public static DatabasesPage of(PageContext surroundings) {
    DatabasesModel model =
        new DatabasesModel(
            surroundings.agent(),
            surroundings.texts(),
            surroundings.time(),
            surroundings.toasts(),
            new RecentTouchesModel(surroundings.agent(), surroundings.time().clock()));
    DatabasesPage page = new DatabasesPage(surroundings, model);
    page.fill();
    model.start();
    return page;
  }

  private void fill() {
    view.getStyleClass().add("databases");
    filter.setId("filter");
    filter.setPromptText(say(DatabasesText.FILTER));
    filter.setAccessibleText(say(DatabasesText.FILTER));
    filter.textProperty().bindBidirectional(model.filter());
    list.setId("database-list");
    list.setItems(model.rows());
    list.setCellFactory(_ -> new DatabaseCell(model, surroundings));
    list.setAccessibleText(say(DatabasesText.LIST));
    list.setPlaceholder(TextLabels.of(say(DatabasesText.NO_MATCH), "body"));
    list.setOnKeyPressed(this::pressed);
    list.setOnKeyReleased(event -> deleteHeld &= event.getCode() != KeyCode.DELETE);
    list.focusedProperty().addListener((_, _, _) -> deleteHeld = false);
    list.setOnContextMenuRequested(this::asked);
    VBox.setVgrow(list, Priority.ALWAYS);
    rows.getStyleClass().add("database-rows");
    model.shown().addListener((_, _, now) -> show(now));
    show(model.shown().get());
  }

  private void show(DatabasesModel.Shown shown) {
    Node content =
        switch (shown) {
          case NOTHING -> new StackPane();
          case EMPTY -> EmptyState.of(surroundings.texts(), surroundings.navigator());
          case FEW, MANY -> rows;
        };
    if (!view.getChildren().equals(List.of(content))) {
      view.getChildren().setAll(content);
      focus();
    }
    filter.setVisible(shown == DatabasesModel.Shown.MANY);
    filter.setManaged(shown == DatabasesModel.Shown.MANY);
  }

  /// Otherwise the toolkit chooses the filter, whose caret draws sixty times a second.
  private void focus() {
    if (list.getScene() != null) {
      list.requestFocus();
    }
  }

  private void pressed(KeyEvent event) {
    Optional<DatabaseRow> row = chosen();
    if (row.isEmpty()) {
      return;
    }
    switch (event.getCode()) {
      case ENTER -> model.touch(row.get());
      case DELETE -> {
        if (!deleteHeld) {
          deleteHeld = true;
          model.remove(row.get());
        }
      }
      case F10 -> {
        if (!event.isShiftDown()) {
          return;
        }
        Point2D corner = list.localToScreen(MENU_AT, MENU_AT);
        openMenu(corner.getX(), corner.getY());
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// A click may be about another row than the menu that is open.
  private void asked(ContextMenuEvent event) {
    if (!event.isKeyboardTrigger()) {
      menu.hide();
    }
    openMenu(event.getScreenX(), event.getScreenY());
  }

  /// A key that is held asks again and again for the menu that is there.
  private void openMenu(double x, double y) {
    if (menu.isShowing()) {
      return;
    }
    chosen()
        .ifPresent(row -> {
          menu.getItems().setAll(new RowMenu(model, surroundings).items(row));
          menu.show(list, x, y);
        });
  }

  /// By its place: the row there may just have become another one, with newer words.
  private Optional<DatabaseRow> chosen() {
    int selected = list.getSelectionModel().getSelectedIndex();
    int place = selected >= 0 ? selected : list.getFocusModel().getFocusedIndex();
    return place >= 0 && place < list.getItems().size()
        ? Optional.of(list.getItems().get(place))
        : Optional.empty();
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void show(Route place) {
    focus();
  }

  @Override
  public void find() {
    if (filter.isVisible()) {
      filter.requestFocus();
      filter.selectAll();
    }
  }

  @Override
  public boolean escape() {
    if (filter.getText().isEmpty()) {
      return false;
    }
    filter.clear();
    list.requestFocus();
    return true;
  }

  private String say(DatabasesText text) {
    return surroundings.texts().say(text);
  }
}
