package dev.upkeep.window.link;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.Change;
import dev.upkeep.control.Snapshot;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;

/// The agent as view models see it. All of it belongs to the window's thread: properties change
/// there, answers and changes arrive there.
public interface AgentView {
  ReadOnlyObjectProperty<Connection> connection();

  /// What was seen last; empty until something was seen for the first time.
  ReadOnlyObjectProperty<Optional<Snapshot>> snapshot();

  /// Tells every change from now on, each after the snapshot that shows it.
  void onChange(Consumer<Change> listener);

  /// Something to ask that has an answer.
  @FunctionalInterface
  interface Question<T> {
    T ask(AgentApi agent) throws AgentException;
  }

  /// Something to ask that is only done.
  @FunctionalInterface
  interface Order {
    void give(AgentApi agent) throws AgentException;
  }

  /// Asks without making anybody wait. Exactly one of the two is told, later.
  <T> void ask(Question<T> question, Consumer<T> answered, Consumer<AgentException> refused);

  /// The same for what has no answer.
  default void order(Order order, Runnable done, Consumer<AgentException> refused) {
    this.<Boolean>ask(
        agent -> {
          order.give(agent);
          return true;
        },
        _ -> done.run(),
        refused);
  }

  /// Does something on the window's thread, in its turn: for what the agent tells on the way to an
  /// answer, on another thread.
  void later(Runnable told);
}
