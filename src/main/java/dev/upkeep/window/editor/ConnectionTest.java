package dev.upkeep.window.editor;

import dev.upkeep.control.Subject;
import dev.upkeep.window.link.AgentView;
import dev.upkeep.window.page.WindowTime;
import dev.upkeep.window.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Tests and saves one database, and knows how that went: the ladder, rung by rung, and a verdict.
final class ConnectionTest {
  /// What happens at the moment.
  enum Phase {
    WAITING,
    TESTING,
    SAVING,
    SAVED
  }

  private final AgentView agent;
  private final Texts texts;
  private final WindowTime time;
  private final ObservableList<RungLine> ladder = FXCollections.observableArrayList();
  // Kept: its listeners would go with it.
  private final ObservableList<RungLine> readable =
      FXCollections.unmodifiableObservableList(ladder);
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.WAITING);
  private final ReadOnlyObjectWrapper<Optional<ConnectionVerdict>> verdict =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  ConnectionTest(AgentView agent, Texts texts, WindowTime time) {
    this.agent = agent;
    this.texts = texts;
    this.time = time;
  }

  ObservableList<RungLine> ladder() {
    return readable;
  }

  ReadOnlyObjectProperty<Phase> phase() {
    return phase.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<ConnectionVerdict>> verdict() {
    return verdict.getReadOnlyProperty();
  }

  /// Whether there is something to see of it.
  boolean begun() {
    return phase.get() != Phase.WAITING || !ladder.isEmpty() || verdict.get().isPresent();
  }

  /// Walks up the ladder.
  ///
  /// @param ended is told when it is known how that went
  void test(Subject subject, Runnable ended) {
    begin(Phase.TESTING);
    agent.ask(
        api -> api.diagnose(subject, step -> agent.later(() -> ladder.add(words().line(step)))),
        touch -> end(Phase.WAITING, words().tested(touch), ended),
        e -> end(Phase.WAITING, words().refused(e), ended));
  }

  /// Has the agent test and store it.
  ///
  /// @param saved says how that went
  /// @param ended is told when it is known
  <T> void save(
      AgentView.Question<T> question, Function<T, ConnectionVerdict> saved, Runnable ended) {
    begin(Phase.SAVING);
    agent.ask(
        question,
        answer -> end(Phase.SAVED, saved.apply(answer), ended),
        e -> end(Phase.WAITING, words().refused(e), ended));
  }

  /// What was seen is of something else than what is there now.
  void forget() {
    if (phase.get() == Phase.WAITING) {
      ladder.clear();
      verdict.set(Optional.empty());
    }
  }

  /// What was asked for cannot even be tried.
  void reject(List<String> why) {
    ladder.clear();
    verdict.set(Optional.of(new ConnectionVerdict(false, why, false)));
  }

  ConnectionTestWords words() {
    return new ConnectionTestWords(time.moments(texts));
  }

  private void begin(Phase now) {
    ladder.clear();
    verdict.set(Optional.empty());
    phase.set(now);
  }

  private void end(Phase now, ConnectionVerdict came, Runnable ended) {
    verdict.set(Optional.of(came));
    phase.set(now);
    ended.run();
  }
}
