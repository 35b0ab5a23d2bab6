package dev.upkeep.window.databases;

import dev.upkeep.window.page.Page;
import dev.upkeep.window.page.PageContext;
import dev.upkeep.window.page.Route;
import dev.upkeep.window.widget.Buttons;
import dev.upkeep.window.widget.TextLabels;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Shows the overview.
public final class DatabasesPage implements Page {
  /// Where a menu opens that no pointer has asked for, from the corner of the list.
  private static final double MENU_AT = 48;

  private final DatabasesModel model;
  private final PageContext surroundings;
  private final DatabaseList rows;
  private final ListView<UUID> list;
  private final RemovedModel gone;
  private final RemovedView removed;
  private final FilterBar filter;
  private final ContextMenu menu = new ContextMenu();
  private final VBox all;
  private final StackPane view;
  private final BorderPane whole;

  /// One press removes what is chosen once, however long it lasts.
  private boolean deleteHeld;

  private DatabasesPage(PageContext surroundings, DatabasesModel model) {
    this.surroundings = surroundings;
    this.model = model;
    this.rows = new DatabaseList(model, surroundings);
    this.list = rows.view();
    this.filter = new FilterBar(model, surroundings.texts(), rows.compact());
    this.gone = new RemovedModel(surroundings);
    this.removed = new RemovedView(gone, surroundings.texts());
    this.all = new VBox(filter.view(), list);
    this.view = new StackPane();
    this.whole = new BorderPane(view);
    whole.setBottom(new VBox(removed.node(), questions()));
  }

  /// What one may ask at the end of the list.
  private Node questions() {
    HBox questions = new HBox();
    questions.getStyleClass().add("questions");
    if (surroundings.navigator().offers(Route.Safety.class)) {
      Button whatIf =
          Buttons.of(
              say(DatabasesText.WHAT_IF),
              "what-if-off",
              () -> surroundings.navigator().go(new Route.Safety(Optional.empty())));
      whatIf.getStyleClass().add("flat");
      questions.getChildren().add(whatIf);
    }
    Runnable seen =
        () -> {
          boolean any =
              model.shown().get() == DatabasesModel.Shown.FEW
                  || model.shown().get() == DatabasesModel.Shown.MANY;
          questions.setVisible(any);
          questions.setManaged(any);
        };
    model.shown().addListener((_, _, _) -> seen.run());
    seen.run();
    return questions;
  }

  /// The page, and the model behind it.
  public static DatabasesPage of(PageContext surroundings) {
    DatabaseActions actions =
        new DatabaseActions(
            surroundings.agent(),
            surroundings.texts(),
            surroundings.time(),
            surroundings.toasts(),
            surroundings.touching());
    DatabasesModel model =
        new DatabasesModel(
            surroundings.agent(),
            surroundings.texts(),
            surroundings.time(),
            new RecentTouchesModel(surroundings.agent(), surroundings.time().clock()),
            actions);
    DatabasesPage page = new DatabasesPage(surroundings, model);
    page.fill();
    model.start();
    page.gone.start();
    return page;
  }

  private void fill() {
    view.getStyleClass().add("databases");
    list.setAccessibleText(say(DatabasesText.LIST));
    list.setPlaceholder(TextLabels.of(say(DatabasesText.NO_MATCH), "body"));
    list.setOnKeyPressed(this::pressed);
    list.setOnKeyReleased(event -> deleteHeld &= event.getCode() != KeyCode.DELETE);
    list.focusedProperty().addListener((_, _, _) -> deleteHeld = false);
    list.setOnContextMenuRequested(this::asked);
    VBox.setVgrow(list, Priority.ALWAYS);
    all.getStyleClass().add("database-rows");
    rows.compact()
        .addListener((_, _, now) -> {
          if (model.shown().get() == DatabasesModel.Shown.MANY) {
            surroundings.appearances().compactRows().set(Optional.of(now));
          }
        });
    model.shown().addListener((_, _, now) -> show(now));
    show(model.shown().get());
  }

  private void show(DatabasesModel.Shown shown) {
    Node content =
        switch (shown) {
          case NOTHING -> new StackPane();
          case EMPTY -> EmptyState.of(surroundings.texts(), surroundings.navigator());
          case FEW, MANY -> all;
        };
    // Many want short rows, until a person wants them otherwise.
    boolean many = shown == DatabasesModel.Shown.MANY;
    rows.compact().set(many && surroundings.appearances().compactRows().get().orElse(true));
    if (!view.getChildren().equals(List.of(content))) {
      view.getChildren().setAll(content);
      focus();
    }
  }

  /// Otherwise the toolkit chooses the filter, whose caret draws sixty times a second.
  private void focus() {
    if (list.getScene() != null) {
      list.requestFocus();
    }
  }

  private void pressed(KeyEvent event) {
    List<DatabaseRow> chosen = rows.chosen();
    if (chosen.isEmpty()) {
      return;
    }
    switch (event.getCode()) {
      case ENTER -> model.actions().touch(chosen);
      case DELETE -> {
        if (!deleteHeld) {
          deleteHeld = true;
          model.actions().remove(chosen);
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
    List<DatabaseRow> chosen = rows.chosen();
    if (!menu.isShowing() && !chosen.isEmpty()) {
      menu.getItems()
          .setAll(new RowMenu(model, surroundings).items(chosen, list.getScene().getWindow()));
      menu.show(list, x, y);
    }
  }

  @Override
  public Node view() {
    return whole;
  }

  /// The rows that there are to see.
  public List<DatabaseRow> rows() {
    return model.rows();
  }

  @Override
  public void show(Route place) {
    switch (place) {
      case Route.Chosen(UUID database) -> {
        model.filter().set(model.filter().get().open());
        rows.choose(database);
      }
      case Route.Unsuccessful(Set<UUID> databases) ->
          model.filter().set(model.filter().get().only(databases));
      default -> {
        // As it was left.
      }
    }
    focus();
  }

  /// Ctrl+Z once no toast offers anything: what can still be brought back.
  @Override
  public boolean undo() {
    return removed.open();
  }

  @Override
  public void find() {
    filter.focus();
  }

  /// Esc: first what hides, then what is chosen.
  @Override
  public boolean escape() {
    if (model.filter().get().hides()) {
      model.filter().set(model.filter().get().open());
      list.requestFocus();
      return true;
    }
    boolean any = !rows.chosen().isEmpty();
    rows.chooseNone();
    return any;
  }

  private String say(DatabasesText text) {
    return surroundings.texts().say(text);
  }
}
