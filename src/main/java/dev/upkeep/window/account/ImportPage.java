package dev.upkeep.window.account;

import dev.upkeep.window.editor.FirstSaved;
import dev.upkeep.window.editor.LoginOffer;
import dev.upkeep.window.page.Page;
import dev.upkeep.window.page.PageContext;
import dev.upkeep.window.page.Route;
import dev.upkeep.window.widget.Buttons;
import dev.upkeep.window.widget.TextLabels;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks for an Upstash account, shows what it has, and what came of adding it.
public final class ImportPage implements Page {
  private final ImportModel model;
  private final PageContext surroundings;
  private final TextField email = new TextField();
  private final TextField filter = new TextField();
  private final ListView<OfferRow> list = new ListView<>();
  private final VBox firstSaved = new VBox();
  private final VBox view = new VBox();

  private ImportPage(PageContext surroundings, ImportModel model) {
    this.surroundings = surroundings;
    this.model = model;
  }

  /// The page, and the model behind it.
  public static ImportPage of(PageContext surroundings) {
    ImportModel model = new ImportModel(surroundings, LoginOffer.of(surroundings));
    ImportPage page = new ImportPage(surroundings, model);
    page.fill();
    model.start();
    return page;
  }

  private void fill() {
    view.getStyleClass().addAll("form", "import");
    email.setId("email");
    email.textProperty().bindBidirectional(model.email());
    filter.setId("offer-filter");
    filter.setPromptText(say(ImportText.FILTER));
    filter.setAccessibleText(say(ImportText.FILTER));
    filter.textProperty().bindBidirectional(model.rows().filter());
    list.setId("offer-list");
    list.setItems(model.rows().shown());
    list.setCellFactory(_ -> new OfferCell(surroundings.texts()));
    list.setAccessibleText(say(ImportText.DATABASES));
    list.setPlaceholder(new Label(say(ImportText.NO_MATCH)));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    VBox.setVgrow(list, Priority.ALWAYS);
    // What is unseen for a moment must not lose its place.
    model.rows().shown().addListener((ListChangeListener<OfferRow>) _ -> showFilter());
    model.firstAdded().addListener((_, _, first) -> showFirst(first));
    model.stage().addListener((_, before, now) -> show(before, now));
    show(ImportModel.Stage.CHOOSING, model.stage().get());
  }

  private void show(ImportModel.Stage before, ImportModel.Stage now) {
    boolean asked = isAsking(before);
    if (isAsking(now) != asked) {
      view.getChildren().setAll(isAsking(now) ? asking() : choosing());
      showFilter();
      if (isAsking(now)) {
        email.requestFocus();
      } else {
        list.requestFocus();
      }
    }
  }

  private static boolean isAsking(ImportModel.Stage stage) {
    return stage == ImportModel.Stage.ASKING || stage == ImportModel.Stage.LISTING;
  }

  private void showFilter() {
    boolean many = model.rows().many();
    filter.setVisible(many);
    filter.setManaged(many);
  }

  private void showFirst(boolean first) {
    firstSaved.getChildren().clear();
    if (first) {
      firstSaved.getChildren().add(FirstSaved.of(model.login(), surroundings.texts()));
    }
  }

  private Node[] asking() {
    Label emailLabel = new Label(say(ImportText.EMAIL));
    emailLabel.getStyleClass().add("field-label");
    emailLabel.setLabelFor(email);
    KeyField key = new KeyField(model.key(), say(ImportText.API_KEY), say(ImportText.SHOW_KEY));
    Label keyLabel = new Label(say(ImportText.API_KEY));
    keyLabel.getStyleClass().add("field-label");
    keyLabel.setLabelFor(key.field());
    CheckBox link = new CheckBox(say(ImportText.LINK));
    link.setId("link-account");
    link.selectedProperty().bindBidirectional(model.link());
    VBox fields =
        new VBox(
            emailLabel,
            email,
            keyLabel,
            key.node(),
            TextLabels.of(say(ImportText.KEY_HELP), "caption"),
            link,
            TextLabels.of(say(ImportText.LINK_HELP), "caption"));
    fields.getStyleClass().add("field");
    fields.setMaxWidth(520);
    fields.disableProperty().bind(model.stage().isEqualTo(ImportModel.Stage.LISTING));
    Button listing = Buttons.of("", "list-account", model::list);
    listing
        .textProperty()
        .bind(
            Bindings.when(model.stage().isEqualTo(ImportModel.Stage.LISTING))
                .then(say(ImportText.LISTING))
                .otherwise(say(ImportText.LIST)));
    return new Node[] {
      TextLabels.of(say(ImportText.TITLE), "form-title"),
      TextLabels.of(say(ImportText.EXPLAIN), "body"),
      fields,
      TextLabels.following(model.problem(), "problem"),
      linkingActions(accented(listing))
    };
  }

  private Node linkingActions(Button listing) {
    Button unlink = Buttons.of(say(ImportText.UNLINK), "unlink-account", model::unlink);
    unlink.visibleProperty().bind(model.linked());
    unlink.managedProperty().bind(unlink.visibleProperty());
    HBox actions = new HBox(listing, unlink);
    actions.getStyleClass().add("actions");
    return actions;
  }

  private Node[] choosing() {
    Label summary = TextLabels.following(model.summary(), "understood");
    summary.setId("offer-summary");
    Button all =
        Buttons.of(say(ImportText.CHOOSE_ALL), "choose-all", () -> model.rows().choose(true));
    Button none =
        Buttons.of(say(ImportText.CHOOSE_NONE), "choose-none", () -> model.rows().choose(false));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox top = new HBox(summary, space, all, none);
    top.getStyleClass().add("actions");
    Label paid = TextLabels.of(say(ImportText.PAID_HELP), "caption");
    paid.setVisible(model.rows().hasPaid());
    paid.setManaged(model.rows().hasPaid());
    for (Node one : new Node[] {filter, all, none}) {
      one.disableProperty().bind(model.stage().isEqualTo(ImportModel.Stage.ADDING));
    }
    return new Node[] {
      TextLabels.of(say(ImportText.TITLE), "form-title"),
      top,
      filter,
      list,
      paid,
      TextLabels.following(model.problem(), "problem"),
      firstSaved,
      actions()
    };
  }

  private Node actions() {
    Button add = Buttons.of("", "add-chosen", model::add);
    add.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> say(ImportText.ADD, model.rows().chosen().get()), model.rows().chosen()));
    Button untested = Buttons.of("", "add-untested", model::addUntested);
    untested
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> say(ImportText.ADD_UNTESTED, model.rows().untested().get()),
                model.rows().untested()));
    untested.visibleProperty().bind(model.rows().untested().greaterThan(0));
    Button stop = Buttons.of(say(ImportText.STOP), "stop-adding", model::stop);
    stop.visibleProperty().bind(model.stage().isEqualTo(ImportModel.Stage.ADDING));
    Button other = Buttons.of(say(ImportText.OTHER_ACCOUNT), "other-account", model::again);
    Button done = Buttons.of(say(ImportText.DONE), "import-done", model::done);
    for (Button one : new Button[] {other, done}) {
      one.disableProperty().bind(model.stage().isEqualTo(ImportModel.Stage.ADDING));
    }
    for (Button one : new Button[] {untested, stop}) {
      one.managedProperty().bind(one.visibleProperty());
    }
    HBox actions = new HBox(accented(add), untested, stop, other, done);
    actions.getStyleClass().add("actions");
    return actions;
  }

  private Button accented(Button button) {
    button.getStyleClass().add("accent");
    button.setDefaultButton(true);
    button.disableProperty().bind(model.ready().not());
    return button;
  }

  /// Space chooses the row that the keyboard is on. Enter adds: a list keeps it from the button.
  private void pressed(KeyEvent event) {
    OfferRow row = list.getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.SPACE && row != null && row.open()) {
      row.chosen().set(!row.chosen().get());
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && model.ready().get()) {
      model.add();
      event.consume();
    }
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void show(Route place) {
    if (isAsking(model.stage().get())) {
      email.requestFocus();
    } else {
      list.requestFocus();
    }
  }

  /// A key that was typed and not used is not left lying about.
  @Override
  public void hide() {
    model.key().set("");
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

  private String say(ImportText text, Object... arguments) {
    return surroundings.texts().say(text, arguments);
  }
}
