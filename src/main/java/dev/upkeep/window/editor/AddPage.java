package dev.upkeep.window.editor;

import dev.upkeep.window.intake.Clip;
import dev.upkeep.window.intake.Gathered;
import dev.upkeep.window.page.Page;
import dev.upkeep.window.page.PageContext;
import dev.upkeep.window.page.Route;
import dev.upkeep.window.text.CoreWords;
import dev.upkeep.window.text.Texts;
import dev.upkeep.window.widget.Buttons;
import dev.upkeep.window.widget.TextLabels;
import dev.upkeep.words.Screen;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Shows the paste box, what was understood in it, and what came of it.
public final class AddPage implements Page {
  private final AddModel model;
  private final PageContext surroundings;
  private final Texts texts;
  private final PasteBox paste;
  private final VBox cards = new VBox();
  private final InTurn cardsInTurn = new InTurn(cards);
  private final VBox problems = new VBox();
  private final VBox content = new VBox();
  private final FormPane view = new FormPane(content);
  private Optional<Button> saveButton = Optional.empty();

  private AddPage(PageContext surroundings, AddModel model) {
    this.surroundings = surroundings;
    this.texts = surroundings.texts();
    this.model = model;
    this.paste = new PasteBox(model.text(), say(FormText.PASTE), texts, 5);
  }

  /// The page, and the model behind it.
  public static AddPage of(PageContext surroundings) {
    AddModel model = new AddModel(surroundings, LoginOffer.of(surroundings));
    AddPage page = new AddPage(surroundings, model);
    page.fill();
    model.start();
    return page;
  }

  private void fill() {
    content.getStyleClass().add("form");
    cards.getStyleClass().add("cards");
    problems.getStyleClass().add("problems");
    model
        .problems()
        .addListener(
            (ListChangeListener<String>) _ -> FormPane.showProblems(problems, model.problems()));
    model.drafts().addListener((ListChangeListener<Draft>) _ -> showDrafts());
    model.stage().addListener((_, _, now) -> show(now));
    show(model.stage().get());
  }

  private void show(AddModel.Stage stage) {
    switch (stage) {
      case PASTING -> {
        Label understood = TextLabels.following(model.understood(), "understood");
        understood.setId("understood");
        content
            .getChildren()
            .setAll(
                TextLabels.of(say(FormText.ADD_TITLE), "form-title"),
                paste.node(),
                understood,
                problems,
                asIs(),
                tls(),
                cards);
        view.offer(actions());
      }
      case SAVED -> {
        content
            .getChildren()
            .setAll(
                TextLabels.of(say(FormText.SAVED_TITLE), "form-title"),
                cards,
                FirstSaved.of(model.offer(), texts));
        Button done = Buttons.of(say(FormText.DONE), "done", model::done);
        done.getStyleClass().add("accent");
        done.setDefaultButton(true);
        view.offer(done, whatIf());
        done.requestFocus();
      }
    }
    showDrafts();
  }

  private void showDrafts() {
    ObservableList<Draft> drafts = model.drafts();
    boolean saved = model.stage().get() == AddModel.Stage.SAVED;
    cardsInTurn.show(
        drafts.stream()
            .filter(draft -> !saved || draft.isSaved())
            .<Supplier<Node>>map(draft -> () -> card(draft, saved))
            .toList());
  }

  private Node card(Draft draft, boolean saved) {
    if (!saved && model.isKept(draft)) {
      return keptCard(draft);
    }
    DefinitionView fields = new DefinitionView(draft.form(), texts);
    ConnectionTestView trial =
        new ConnectionTestView(draft.trial(), texts, () -> model.saveUntested(draft));
    VBox card = new VBox();
    card.getStyleClass().add("card-of-form");
    boolean several = model.drafts().size() > 1;
    if (several || saved) {
      card.getStyleClass().add("framed");
      card.getChildren().add(TextLabels.of(draft.place(), "secondary"));
    }
    if (saved) {
      Label name = TextLabels.of(draft.form().value(DefinitionForm.Field.NAME).get(), "name");
      card.getChildren().add(0, name);
    } else {
      model
          .twin(draft)
          .map(twin -> TextLabels.of(say(FormText.TWIN, twin), "hint"))
          .ifPresent(card.getChildren()::add);
      draft
          .fills()
          .map(name -> TextLabels.of(say(FormText.FILLS, Screen.clean(name)), "hint"))
          .ifPresent(card.getChildren()::add);
      draft.remarks().stream()
          .map(new CoreWords(texts)::sentence)
          .forEach(remark -> card.getChildren().add(TextLabels.of(remark, "hint")));
      VBox both = new VBox(fields.name(), several ? folded(fields::rest) : fields.rest());
      both.getStyleClass().add("fields");
      if (several) {
        card.getChildren().add(leaveOut(draft));
      }
      both.disableProperty().bind(draft.trial().phase().isNotEqualTo(ConnectionTest.Phase.WAITING));
      card.getChildren().add(both);
    }
    card.getChildren().add(trial.node());
    view.follow(draft.trial(), trial.node());
    return card;
  }

  /// What is made of it only once somebody opens it: there may be hundreds.
  private Node folded(Supplier<Node> rest) {
    TitledPane pane = new TitledPane();
    pane.setText(say(FormText.DETAILS));
    pane.getStyleClass().add("folded");
    pane.setExpanded(false);
    pane.setAnimated(false);
    pane.expandedProperty()
        .addListener((_, _, open) -> {
          if (open && pane.getContent() == null) {
            pane.setContent(rest.get());
          }
        });
    return pane;
  }

  /// One that is kept already is only said to be.
  private Node keptCard(Draft draft) {
    VBox card =
        new VBox(
            TextLabels.of(draft.place(), "secondary"),
            TextLabels.of(say(FormText.TWIN, model.twin(draft).orElse("")), "hint"));
    card.getStyleClass().addAll("card-of-form", "framed", "kept");
    return card;
  }

  private Node leaveOut(Draft draft) {
    Button button = Buttons.of(say(FormText.LEAVE_OUT), "leave-out", () -> model.leaveOut(draft));
    button.getStyleClass().add("flat");
    button.setAccessibleText(say(FormText.LEAVE_OUT_ONE, draft.place()));
    button.disableProperty().bind(model.ready().not());
    return button;
  }

  /// The question whether a connection is encrypted, with its two answers.
  private Node tls() {
    HBox answers =
        new HBox(
            Buttons.of(say(FormText.TLS_YES), "tls-yes", () -> model.answerTls(true)),
            Buttons.of(say(FormText.TLS_NO), "tls-no", () -> model.answerTls(false)));
    answers.getStyleClass().add("actions");
    return shownWhile(
        model.asksForTls(), new VBox(TextLabels.of(say(FormText.TLS_OPEN), "hint"), answers));
  }

  /// The other question that the first database leads to.
  private Node whatIf() {
    Button ask =
        Buttons.of(
            say(FormText.WHAT_IF),
            "what-if",
            () -> {
              model.done();
              surroundings.navigator().go(new Route.Safety(Optional.empty()));
            });
    ask.getStyleClass().add("flat");
    boolean offered =
        model.offer().isFirst() && surroundings.navigator().offers(Route.Safety.class);
    ask.setVisible(offered);
    ask.setManaged(offered);
    return ask;
  }

  private Node asIs() {
    return shownWhile(
        model.looksUnreal(), Buttons.of(say(FormText.AS_IS), "as-is", model::takeAsIs));
  }

  private static Node shownWhile(ReadOnlyBooleanProperty condition, Node node) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
    return node;
  }

  private Node[] actions() {
    Button save = Buttons.of("", "save", model::save);
    save.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> say(model.drafts().size() > 1 ? FormText.SAVE_ALL : FormText.SAVE),
                model.drafts()));
    save.getStyleClass().add("accent");
    save.setDefaultButton(true);
    Button test = Buttons.of(say(FormText.TEST), "test", model::test);
    save.disableProperty().bind(model.ready().not());
    test.disableProperty().bind(model.ready().not());
    Button cancel =
        Buttons.of(
            say(FormText.CANCEL),
            "cancel",
            () -> {
              model.clear();
              surroundings.navigator().go(new Route.Databases());
            });
    saveButton = Optional.of(save);
    if (!surroundings.navigator().offers(Route.ImportUpstash.class)) {
      return new Node[] {save, test, cancel, progress()};
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button account =
        Buttons.of(
            surroundings.texts().say(FormText.IMPORT_LINK),
            "import-upstash",
            () -> surroundings.navigator().go(new Route.ImportUpstash()));
    account.getStyleClass().add("flat");
    return new Node[] {save, test, cancel, progress(), space, account};
  }

  /// How far a round through several is, and its end.
  private Node progress() {
    Label how = new Label();
    how.setId("progress");
    how.textProperty()
        .bind(
            model
                .round()
                .progress()
                .map(now -> now.map(it -> say(FormText.PROGRESS, it.done(), it.all())).orElse("")));
    HBox box = new HBox(how, Buttons.of(say(FormText.STOP), "stop", model.round()::stop));
    box.getStyleClass().add("actions");
    box.visibleProperty().bind(model.round().progress().map(Optional::isPresent));
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  @Override
  public Node view() {
    return view.node();
  }

  @Override
  public void show(Route place) {
    switch (place) {
      case Route.Paste(Clip clip) -> model.take(clip);
      case Route.Take(Gathered gathered) -> model.take(gathered);
      default -> {
        // As it was left.
      }
    }
    if (model.stage().get() == AddModel.Stage.PASTING) {
      view.begin(paste);
      boolean given = place instanceof Route.Paste || place instanceof Route.Take;
      // Enter keeps what was given.
      saveButton.filter(_ -> given && model.ready().get()).ifPresent(Node::requestFocus);
    }
  }

  private String say(FormText text, Object... arguments) {
    return surroundings.texts().say(text, arguments);
  }
}
