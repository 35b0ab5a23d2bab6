package dev.upkeep.window.editor;

import dev.upkeep.control.Snapshot;
import dev.upkeep.database.paste.ConnectionText;
import dev.upkeep.database.paste.ConnectionText.Found;
import dev.upkeep.database.paste.ConnectionText.Kind;
import dev.upkeep.database.paste.ConnectionText.Wishes;
import dev.upkeep.window.intake.Clip;
import dev.upkeep.window.intake.Gathered;
import dev.upkeep.window.link.Connection;
import dev.upkeep.window.page.PageContext;
import dev.upkeep.window.page.Route;
import dev.upkeep.window.text.CoreWords;
import dev.upkeep.words.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Adds what is pasted: understands it live, tests it, saves one database after the other, and ends
/// with what is worth saying once. Outlives the agent: what was typed stays until it is saved.
public final class AddModel {
  /// Where the person is.
  enum Stage {
    PASTING,
    /// Everything is saved, and there is something left to read or to decide.
    SAVED
  }

  private final PageContext surroundings;
  private final LoginOffer offer;
  private final StringProperty text = new SimpleStringProperty("");
  private final ObservableList<Draft> drafts = FXCollections.observableArrayList();
  private final ObservableList<String> problems = FXCollections.observableArrayList();
  // Kept: their listeners would go with them.
  private final ObservableList<Draft> readableDrafts =
      FXCollections.unmodifiableObservableList(drafts);
  private final ObservableList<String> readableProblems =
      FXCollections.unmodifiableObservableList(problems);
  private final ReadOnlyObjectWrapper<String> understood = new ReadOnlyObjectWrapper<>("");
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.PASTING);
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper asksForTls = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper looksUnreal = new ReadOnlyBooleanWrapper();
  private final GatheredFinds gathered;
  private final Round round = new Round();
  private Wishes wishes = Wishes.NONE;
  private String lastRead = "";

  /// A model that waits to be started.
  public AddModel(PageContext surroundings, LoginOffer offer) {
    this.surroundings = surroundings;
    this.offer = offer;
    this.gathered = new GatheredFinds(surroundings.texts());
  }

  public void start() {
    text.addListener((_, _, now) -> read(now));
    surroundings.agent().connection().addListener((_, _, _) -> refresh());
  }

  /// What was pasted; it holds secrets.
  StringProperty text() {
    return text;
  }

  ObservableList<Draft> drafts() {
    return readableDrafts;
  }

  /// What in the text cannot be used, a sentence each.
  ObservableList<String> problems() {
    return readableProblems;
  }

  /// What was understood; empty if nothing was.
  ReadOnlyObjectProperty<String> understood() {
    return understood.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Stage> stage() {
    return stage.getReadOnlyProperty();
  }

  /// Whether there is something to test and to save, and an agent for it.
  ReadOnlyBooleanProperty ready() {
    return ready.getReadOnlyProperty();
  }

  /// Whether the text leaves open if a connection is encrypted; it is, until somebody says no.
  ReadOnlyBooleanProperty asksForTls() {
    return asksForTls.getReadOnlyProperty();
  }

  /// Whether a value was refused because it looks like a stand-in.
  ReadOnlyBooleanProperty looksUnreal() {
    return looksUnreal.getReadOnlyProperty();
  }

  /// A person says whether the connection is encrypted.
  void answerTls(boolean encrypted) {
    wishes = new Wishes(Optional.of(encrypted), wishes.asIs());
    read(text.get());
  }

  /// A person says that what looks like a stand-in is real.
  void takeAsIs() {
    wishes = new Wishes(wishes.tls(), true);
    read(text.get());
  }

  /// The tests and the saving of several, one after the other.
  Round round() {
    return round;
  }

  /// Takes what was found in files to what is there already.
  void take(Gathered found) {
    if (begins()) {
      gathered.take(found);
      read(text.get());
    }
  }

  /// Takes a text that was pasted elsewhere, in the place of what was there.
  void take(Clip clip) {
    if (begins()) {
      text.set(clip.text());
    }
  }

  /// What is saved already has been read by whoever adds more.
  private boolean begins() {
    if (round.runs()) {
      surroundings.toasts().warn(say(FormText.BUSY));
      return false;
    }
    if (stage.get() == Stage.SAVED) {
      clear();
      stage.set(Stage.PASTING);
    }
    return true;
  }

  /// Gives all of it up; with the text go the secrets in it.
  void clear() {
    gathered.clear();
    drafts.clear();
    text.set("");
    read("");
  }

  /// One of several is not to be added.
  void leaveOut(Draft draft) {
    if (!round.runs()) {
      gathered.remove(draft.endpoint());
      drafts.remove(draft);
      understood.set(understood(drafts));
      refresh();
      endIfSaved();
    }
  }

  /// Whether it was found in a file and is kept already: nobody adds that by pressing Enter.
  boolean isKept(Draft draft) {
    return gathered.has(draft.endpoint()) && twin(draft).isPresent();
  }

  private boolean isWanted(Draft draft) {
    return !draft.isSaved() && !isKept(draft);
  }

  LoginOffer offer() {
    return offer;
  }

  /// Who is kept already at a draft's place, by name.
  Optional<String> twin(Draft draft) {
    return seen().stream()
        .filter(_ -> draft.fills().isEmpty() && !draft.isSaved())
        .flatMap(snapshot -> snapshot.keptAt(draft.endpoint()).stream())
        .map(status -> Screen.clean(status.database().name()))
        .findFirst();
  }

  /// Walks up the ladder of every database that is not saved yet.
  void test() {
    round(Draft::test, this::isWanted);
  }

  /// Saves every database that is not saved yet, one after the other.
  void save() {
    round((draft, ended) -> draft.save(false, ended), this::isWanted);
  }

  /// Saves one whose test has failed.
  void saveUntested(Draft wanted) {
    round((draft, ended) -> draft.save(true, ended), wanted::equals);
  }

  /// Ends what is left after saving, with the start at login if it is wanted.
  void done() {
    offer.settle(this::leave);
  }

  private void round(BiConsumer<Draft, Runnable> step, Predicate<Draft> which) {
    if (!ready.get()) {
      return;
    }
    offer.expect();
    round.begin(
        drafts.filtered(which),
        step,
        () -> {
          // What was typed meanwhile was not taken in, so that nothing changed under the test.
          read(text.get());
          endIfSaved();
        });
    refresh();
  }

  private void endIfSaved() {
    if (drafts.stream().anyMatch(Draft::isSaved) && drafts.stream().noneMatch(this::isWanted)) {
      saved();
    }
  }

  private void saved() {
    if (offer.isFirst()) {
      stage.set(Stage.SAVED);
      offer.ask();
    } else if (drafts.filtered(Draft::isSaved).size() > 1) {
      stage.set(Stage.SAVED);
    } else {
      Draft only = drafts.filtered(Draft::isSaved).getFirst();
      String came = String.join(" ", only.trial().verdict().get().orElseThrow().sentences());
      surroundings
          .toasts()
          .tell(say(FormText.ADDED, Screen.clean(only.form().value(NAME).get().strip()), came));
      leave();
    }
  }

  private void leave() {
    stage.set(Stage.PASTING);
    clear();
    surroundings.navigator().go(new Route.Databases());
  }

  private void read(String now) {
    if (round.runs() || stage.get() == Stage.SAVED) {
      return;
    }
    if (!now.equals(lastRead)) {
      wishes = Wishes.NONE;
      lastRead = now;
    }
    ConnectionText.Reading reading = ConnectionText.read(now, wishes);
    asksForTls.set(reading.found().stream().anyMatch(Found::asksForTls));
    looksUnreal.set(
        reading.problems().stream()
            .anyMatch(
                problem -> problem.kind() == Kind.PLACEHOLDER || problem.kind() == Kind.MASKED));
    List<ConnectionText.Problem> wrong = new ArrayList<>(gathered.problems());
    wrong.addAll(now.isBlank() ? List.of() : reading.problems());
    problems.setAll(wrong.stream().map(new CoreWords(surroundings.texts())::problem).toList());
    // Until somebody says otherwise a connection that may be meant to be encrypted is.
    List<Draft> next =
        new DraftMaker(surroundings, gathered)
            .drafts(
                drafts,
                gathered.with(reading.found()).stream()
                    .map(one -> one.asksForTls() ? one.withTls(true) : one)
                    .toList());
    if (!next.equals(List.copyOf(drafts))) {
      drafts.setAll(next);
    }
    understood.set(understood(next));
    refresh();
  }

  private String understood(List<Draft> now) {
    if (!gathered.isEmpty()) {
      return gathered.summary(now.size(), now.stream().filter(this::isKept).count());
    }
    return switch (now.size()) {
      case 0 -> "";
      case 1 -> say(FormText.UNDERSTOOD_ONE, now.getFirst().place());
      default -> say(FormText.UNDERSTOOD, now.size());
    };
  }

  private void refresh() {
    ready.set(
        !round.runs()
            && surroundings.agent().connection().get() instanceof Connection.Connected
            && drafts.stream().anyMatch(this::isWanted));
  }

  private Optional<Snapshot> seen() {
    return surroundings.agent().snapshot().get();
  }

  private String say(FormText key, Object... arguments) {
    return surroundings.texts().say(key, arguments);
  }

  private static final DefinitionForm.Field NAME = DefinitionForm.Field.NAME;
}
