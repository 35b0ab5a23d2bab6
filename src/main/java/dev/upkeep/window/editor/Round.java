package dev.upkeep.window.editor;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Does something with several drafts, one after the other, so that people see how far it is and
/// can stop it.
final class Round {
  private final ReadOnlyObjectWrapper<Optional<Progress>> progress =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Queue<Draft> left = new ArrayDeque<>();
  private boolean running;

  /// How far it is.
  record Progress(int done, int all) {}

  /// Empty while nothing runs, or a single one does.
  ReadOnlyObjectProperty<Optional<Progress>> progress() {
    return progress.getReadOnlyProperty();
  }

  boolean runs() {
    return running;
  }

  /// Begins no more of them; what is under way comes to its end.
  void stop() {
    left.clear();
  }

  /// @param step does it with one, and tells when that has ended
  /// @param ended is told when all of them have
  void begin(Collection<Draft> drafts, BiConsumer<Draft, Runnable> step, Runnable ended) {
    running = true;
    left = new ArrayDeque<>(drafts);
    next(left.size(), step, ended);
  }

  private void next(int all, BiConsumer<Draft, Runnable> step, Runnable ended) {
    Draft draft = left.poll();
    if (draft == null) {
      running = false;
      progress.set(Optional.empty());
      ended.run();
      return;
    }
    if (all > 1) {
      progress.set(Optional.of(new Progress(all - left.size() - 1, all)));
    }
    step.accept(draft, () -> next(all, step, ended));
  }
}
