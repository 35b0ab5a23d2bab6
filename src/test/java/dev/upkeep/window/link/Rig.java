package dev.upkeep.window.link;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.Change;
import dev.upkeep.control.Snapshot;
import dev.upkeep.testing.FakeAgent;
import dev.upkeep.testing.Statuses;
import dev.upkeep.window.page.Toast;
import dev.upkeep.window.page.Toasts;
import dev.upkeep.window.page.VirtualTimer;
import dev.upkeep.window.page.WindowMemory;
import dev.upkeep.window.page.WindowTime;
import dev.upkeep.window.shell.Content;
import dev.upkeep.window.text.Texts;
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
public final class Rig implements AgentView {
  public final FakeAgent agent;
  public final VirtualTimer timer = new VirtualTimer(Statuses.NOW);
  public final Texts texts;
  public final WindowTime time = new WindowTime(timer, ZoneOffset.UTC, timer);
  public final Toasts toasts;
  public final ReadOnlyObjectWrapper<Connection> connection =
      new ReadOnlyObjectWrapper<>(new Connection.Connecting());
  private final ReadOnlyObjectWrapper<Optional<Snapshot>> snapshot =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final List<Consumer<Change>> listeners = new ArrayList<>();

  /// What happens after a question was answered and before whoever asked is told, once.
  private Runnable meanwhile = () -> {};

  public Rig(FakeAgent agent) {
    this(agent, Locale.UK);
  }

  public Rig(FakeAgent agent, Locale locale) {
    this.agent = agent;
    texts = new Texts(locale);
    toasts = new Toasts(texts, timer);
  }

  /// The agent is there, and so is what it shows.
  public Rig connect() {
    see(agent.seen());
    connection.set(new Connection.Connected());
    return this;
  }

  public void meanwhile(Runnable happens) {
    meanwhile = happens;
  }

  public void see(Snapshot now) {
    snapshot.set(Optional.of(now));
  }

  public void change(Change change) {
    agent.tell(change);
    see(agent.seen());
    listeners.forEach(listener -> listener.accept(change));
  }

  /// What a window is made of that shows this.
  public Content.Parts parts(WindowMemory memory) {
    return new Content.Parts(
        this, new NoStarter(), memory, texts, time, Runnable::run, Runnable::run);
  }

  public List<String> told() {
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
      see(agent.seen());
      Runnable happens = meanwhile;
      meanwhile = () -> {};
      happens.run();
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
