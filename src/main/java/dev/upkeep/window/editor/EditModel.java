package dev.upkeep.window.editor;

import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.Subject;
import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseEdit;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Intervals;
import dev.upkeep.database.Provider;
import dev.upkeep.database.Secret;
import dev.upkeep.database.TouchMode;
import dev.upkeep.database.paste.ConnectionText;
import dev.upkeep.database.paste.ConnectionText.Found;
import dev.upkeep.window.link.Connection;
import dev.upkeep.window.page.PageContext;
import dev.upkeep.window.text.CoreWords;
import dev.upkeep.words.Screen;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Changes a stored database. Its secret is never seen here: it can be replaced, not shown.
final class EditModel {
  private final PageContext surroundings;
  private final Runnable left;
  private final DefinitionForm form;
  private final ConnectionTest trial;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper understood = new ReadOnlyStringWrapper("");
  private final ObservableList<String> problems = FXCollections.observableArrayList();
  // Kept: its listeners would go with it.
  private final ObservableList<String> readable =
      FXCollections.unmodifiableObservableList(problems);
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private final Database before;
  private Replacement replacement = new Replacement.Nothing();

  /// A model that waits to be started.
  ///
  /// @param before what is stored
  /// @param left is told once everything is saved
  EditModel(PageContext surroundings, Database before, Runnable left) {
    this.surroundings = surroundings;
    this.before = before;
    this.left = left;
    this.form =
        new DefinitionForm(
            surroundings.texts(),
            surroundings
                .agent()
                .snapshot()
                .get()
                .map(seen -> seen.agent().defaultInterval())
                .orElse(Intervals.DEFAULT),
            before);
    this.trial =
        new ConnectionTest(surroundings.agent(), surroundings.texts(), surroundings.time());
  }

  void start() {
    form.changing().forEach(one -> one.addListener(_ -> trial.forget()));
    text.addListener((_, _, now) -> read(now));
    trial.phase().addListener((_, _, _) -> refresh());
    surroundings.agent().connection().addListener((_, _, _) -> refresh());
    refresh();
  }

  DefinitionForm form() {
    return form;
  }

  ConnectionTest trial() {
    return trial;
  }

  /// What was pasted over the stored secret; it holds a new one.
  StringProperty text() {
    return text;
  }

  /// What was understood of that; empty if nothing was.
  ReadOnlyStringProperty understood() {
    return understood.getReadOnlyProperty();
  }

  ObservableList<String> problems() {
    return readable;
  }

  /// Whether it can be tested and saved.
  ReadOnlyBooleanProperty ready() {
    return ready.getReadOnlyProperty();
  }

  UUID id() {
    return before.id();
  }

  String title() {
    return say(FormText.EDIT_TITLE, Screen.clean(before.name()));
  }

  String place() {
    return EndpointWords.of(before.endpoint(), surroundings.texts());
  }

  /// Where the secret is, and how to replace it.
  String kept() {
    Optional<String> reference = before.secretReference();
    if (reference.filter(Database.NO_SECRET::equals).isPresent()) {
      return say(FormText.KEPT_NONE);
    }
    return reference
        .map(where -> say(FormText.KEPT_REFERENCE, Screen.clean(where)))
        .or(() ->
            surroundings
                .agent()
                .snapshot()
                .get()
                .map(seen ->
                    say(
                        FormText.KEPT,
                        new CoreWords(surroundings.texts()).sentence(seen.agent().secretStore()))))
        .orElse("");
  }

  void test() {
    if (ready.get()) {
      read().ifPresent(database -> trial.test(new Subject.Changed(database, secret()), () -> {}));
    }
  }

  /// Saves the change; the agent tests it first.
  void save() {
    save(false);
  }

  /// Saves it although its test has failed.
  void saveUntested() {
    save(true);
  }

  private void save(boolean untested) {
    if (!ready.get()) {
      return;
    }
    Optional<Database> database = read();
    if (database.isEmpty()) {
      return;
    }
    DatabaseChange change =
        new DatabaseChange(database.get(), secret(), untested, Optional.of(before));
    trial.save(
        api -> api.edit(change),
        status -> trial.words().saved(status.margin(), Optional.empty()),
        this::ended);
  }

  private void ended() {
    if (trial.phase().get() == ConnectionTest.Phase.SAVED) {
      surroundings
          .toasts()
          .tell(say(FormText.CHANGED, Screen.clean(form.value(DefinitionForm.Field.NAME).get())));
      // With it goes the secret.
      text.set("");
      left.run();
    }
  }

  /// What is stored now, with what is set here: a pause that began meanwhile stays.
  private Optional<Database> read() {
    Database now =
        surroundings.agent().snapshot().get().stream()
            .flatMap(seen -> seen.databases().stream())
            .map(status -> status.database())
            .filter(database -> database.id().equals(before.id()))
            .findFirst()
            .orElse(before);
    DatabaseEdit edit = now.edit();
    if (replacement instanceof Replacement.NewConnection(Found found)) {
      edit.endpoint(found.endpoint());
    }
    if (secret().isPresent()) {
      // One that is given now takes the place of one that is kept elsewhere.
      edit.secretReference(Optional.empty());
    }
    return form.read(edit.done());
  }

  private Optional<Secret> secret() {
    return switch (replacement) {
      case Replacement.NewSecret(Secret secret) -> Optional.of(secret);
      case Replacement.NewConnection(Found found) -> found.secret();
      case Replacement.Nothing _, Replacement.Unusable _ -> Optional.empty();
    };
  }

  private void read(String now) {
    replacement = Replacement.of(now);
    trial.forget();
    problems.clear();
    switch (replacement) {
      case Replacement.Nothing _ -> understood.set("");
      case Replacement.NewSecret _ -> understood.set(say(FormText.NEW_SECRET, place()));
      case Replacement.NewConnection(Found found) -> {
        Endpoint endpoint = found.endpoint();
        String where = EndpointWords.of(endpoint, surroundings.texts());
        boolean same = endpoint.equals(before.endpoint());
        understood.set(say(same ? FormText.UNDERSTOOD_ONE : FormText.MOVED, where));
        follow(found);
      }
      case Replacement.Unusable(List<ConnectionText.Problem> why) -> {
        understood.set("");
        problems.setAll(
            why.isEmpty()
                ? List.of(say(FormText.ONE_ONLY))
                : why.stream().map(new CoreWords(surroundings.texts())::problem).toList());
      }
    }
    refresh();
  }

  /// A provider that nobody chose follows the host, and credentials that may only read are used so.
  private void follow(Found found) {
    if (form.provider().get() == Provider.of(before.endpoint().host())) {
      form.provider().set(Provider.of(found.endpoint().host()));
    }
    if (found.mode() == TouchMode.READ) {
      form.mode().set(TouchMode.READ);
    }
  }

  private void refresh() {
    ready.set(
        trial.phase().get() == ConnectionTest.Phase.WAITING
            && !(replacement instanceof Replacement.Unusable)
            && surroundings.agent().connection().get() instanceof Connection.Connected);
  }

  private String say(FormText key, Object... arguments) {
    return surroundings.texts().say(key, arguments);
  }
}
