package dev.upkeep.window;

import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Shows the overview.
final class DatabasesPage implements Page {
  private final DatabasesModel model;
  private final Surroundings surroundings;
  private final TextField filter = new TextField();
  private final ListView<DatabaseRow> list = new ListView<>();
  private final VBox rows = new VBox(filter, list);
  private final StackPane view = new StackPane(rows);

  private DatabasesPage(Surroundings surroundings, DatabasesModel model) {
    this.surroundings = surroundings;
    this.model = model;
  }

  /// The page, and the model behind it.
  static DatabasesPage of(Surroundings surroundings) {
    DatabasesModel model =
        new DatabasesModel(
            surroundings.agent(),
            surroundings.texts(),
            surroundings.time(),
            surroundings.toasts(),
            new Strips(surroundings.agent(), surroundings.time().clock()));
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
    list.setPlaceholder(new javafx.scene.control.Label(say(DatabasesText.NO_MATCH)));
    list.setOnKeyPressed(this::pressed);
    VBox.setVgrow(list, Priority.ALWAYS);
    rows.getStyleClass().add("database-rows");
    model.shown().addListener((_, _, now) -> show(now));
    show(model.shown().get());
  }

  private void show(DatabasesModel.Shown shown) {
    view.getChildren()
        .setAll(
            switch (shown) {
              case NOTHING -> new StackPane();
              case EMPTY -> EmptyState.of(surroundings.texts(), surroundings.navigator());
              case FEW, MANY -> rows;
            });
    filter.setVisible(shown == DatabasesModel.Shown.MANY);
    filter.setManaged(shown == DatabasesModel.Shown.MANY);
  }

  private void pressed(KeyEvent event) {
    DatabaseRow row = list.getSelectionModel().getSelectedItem();
    if (row == null) {
      return;
    }
    switch (event.getCode()) {
      case ENTER -> model.touch(row);
      case DELETE -> model.remove(row);
      default -> {
        return;
      }
    }
    event.consume();
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void show(Place place) {
    list.requestFocus();
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
