package dev.upkeep.agent.keeping;

import dev.upkeep.database.Database;
import dev.upkeep.history.Transition;
import dev.upkeep.history.store.History;
import java.util.Optional;
import java.util.UUID;

/// Decides what people have to hear of, on the agent's thread.
public interface AlertPolicy {
  /// Something happened to this database.
  ///
  /// @param change of its health, to be kept together with what follows from it
  void look(Database database, Optional<Transition> change);

  /// It was removed, for now or for good: nobody is to hear more of it.
  void removed(UUID database);

  /// Inside a command whoever typed it sees what happens, and the next agent judges by what it
  /// finds.
  static AlertPolicy silent(History history) {
    return new AlertPolicy() {
      @Override
      public void look(Database database, Optional<Transition> change) {
        change.ifPresent(history::transition);
      }

      @Override
      public void removed(UUID database) {
        // Nothing was queued here.
      }
    };
  }
}
