package dev.upkeep.window.editor;

import dev.upkeep.database.Database;
import dev.upkeep.window.page.Page;
import dev.upkeep.window.page.PageContext;
import dev.upkeep.window.page.Route;
import dev.upkeep.window.text.Texts;
import dev.upkeep.window.widget.Buttons;
import dev.upkeep.window.widget.TextLabels;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Shows a stored database to be changed. Each keeps what is half changed until it is saved.
public final class EditPage implements Page {
  private final PageContext surroundings;
  private final Map<UUID, Form> forms = new HashMap<>();
  private final StackPane view = new StackPane();

  private EditPage(PageContext surroundings) {
    this.surroundings = surroundings;
  }

  public static EditPage of(PageContext surroundings) {
    return new EditPage(surroundings);
  }

  private record Form(FormPane pane, PasteBox paste) {}

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void show(Route place) {
    if (!(place instanceof Route.Edit(UUID id))) {
      return;
    }
    Optional<Form> form = Optional.ofNullable(forms.get(id)).or(() -> stored(id).map(this::form));
    form.ifPresentOrElse(
        shown -> {
          forms.put(id, shown);
          view.getChildren().setAll(shown.pane().node());
          shown.pane().begin(shown.paste());
        },
        () -> view.getChildren().setAll(TextLabels.of(say(FormText.EDIT_GONE), "body")));
  }

  private Optional<Database> stored(UUID id) {
    return surroundings.agent().snapshot().get().stream()
        .flatMap(seen -> seen.databases().stream())
        .map(status -> status.database())
        .filter(database -> database.id().equals(id))
        .findFirst();
  }

  private Form form(Database database) {
    EditModel model =
        new EditModel(
            surroundings,
            database,
            () -> {
              forms.remove(database.id());
              surroundings.navigator().go(new Route.Databases());
            });
    Texts texts = surroundings.texts();
    PasteBox paste = new PasteBox(model.text(), say(FormText.PASTE_NEW), texts, 2);
    DefinitionView fields = new DefinitionView(model.form(), texts);
    Label understood = TextLabels.following(model.understood(), "understood");
    understood.setId("understood");
    VBox problems = new VBox();
    model
        .problems()
        .addListener(
            (ListChangeListener<String>) _ -> FormPane.showProblems(problems, model.problems()));
    VBox all = new VBox(fields.name(), fields.rest());
    all.getStyleClass().add("fields");
    VBox trial = new ConnectionTestView(model.trial(), texts, model::saveUntested).node();
    VBox content =
        new VBox(
            TextLabels.of(model.title(), "form-title"),
            TextLabels.of(model.place(), "secondary"),
            paste.node(),
            TextLabels.of(model.kept(), "caption"),
            understood,
            problems,
            all,
            trial);
    content.getStyleClass().add("form");
    FormPane pane = new FormPane(content);
    pane.offer(actions(model));
    pane.follow(model.trial(), trial);
    model.start();
    return new Form(pane, paste);
  }

  private Node[] actions(EditModel model) {
    Button save = Buttons.of(say(FormText.SAVE), "save", model::save);
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
              forms.remove(model.id());
              surroundings.navigator().go(new Route.Chosen(model.id()));
            });
    return new Node[] {save, test, cancel};
  }

  private String say(FormText text) {
    return surroundings.texts().say(text);
  }
}
