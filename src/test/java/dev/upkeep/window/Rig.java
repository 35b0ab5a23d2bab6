package dev.upkeep.window;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.Change;
import dev.upkeep.control.Snapshot;
import dev.upkeep.testing.Statuses;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What view models stand on, without a toolkit and on the test's own thread: a fake agent, time
/// that a test moves, and toasts.
final class Rig implements AgentView {
  final FakeAgent agent;
  final VirtualTimer timer = new VirtualTimer(Statuses.NOW);
  final Texts texts;
  final WindowTime time = new WindowTime(timer, ZoneOffset.UTC, timer);
  final Toasts toasts;
  final ReadOnlyObjectWrapper<Connection> connection =
      new ReadOnlyObjectWrapper<>(new Connection.Connecting());
  private final ReadOnlyObjectWrapper<Optional<Snapshot>> snapshot =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final List<Consumer<Change>> listeners = new ArrayList<>();

  Rig(FakeAgent agent) {
    this(agent, Locale.UK);
  }

  Rig(FakeAgent agent, Locale locale) {
    this.agent = agent;
    texts = new Texts(locale);
    toasts = new Toasts(texts, timer);
  }

  /// The agent is there, and so is what it shows.
  Rig connect() {
    see(agent.snapshot());
    connection.set(new Connection.Connected());
    return this;
  }

  void see(Snapshot now) {
    snapshot.set(Optional.of(now));
  }

  void change(Change change) {
    agent.tell(change);
    see(agent.snapshot());
    listeners.forEach(listener -> listener.accept(change));
  }

  /// What a window is made of that shows this.
  Content.Parts parts(WindowMemory memory) {
    return new Content.Parts(
        this, new NoStarter(), memory, texts, time, Runnable::run, Runnable::run);
  }

  List<String> told() {
    return toasts.shown().stream().map(Toast::text).toList();
  }

  @Override
  public ReadOnlyObjectProperty<Connection> connection() {
    return connection.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyObjectProperty<Optional<Snapshot>> snapshot() {
    return snapshot.getReadOnlyProperty();
  }

  @Override
  public void onChange(Consumer<Change> listener) {
    listeners.add(listener);
  }

  @Override
  public <T> void ask(
      Question<T> question, Consumer<T> answered, Consumer<AgentException> refused) {
    try {
      T answer = question.ask(agent);
      see(agent.snapshot());
      answered.accept(answer);
    } catch (AgentException e) {
      refused.accept(e);
    }
  }

  @Override
  public void later(Runnable told) {
    told.run();
  }
}
