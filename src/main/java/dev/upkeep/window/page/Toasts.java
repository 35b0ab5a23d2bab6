package dev.upkeep.window.page;

import dev.upkeep.control.AgentException;
import dev.upkeep.window.text.ErrorWords;
import dev.upkeep.window.text.Texts;
import java.time.Duration;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What is told in passing, oldest first: results, refusals, and what can be undone.
public final class Toasts {
  /// How long a removal can be undone here; the agent keeps it longer.
  static final Duration UNDO = Duration.ofSeconds(10);

  private static final Duration READING = Duration.ofSeconds(6);
  private static final int MOST = 3;

  private final Texts texts;
  private final WindowTime.Timer timer;
  private final ObservableList<Toast> shown = FXCollections.observableArrayList();
  // Kept: its listeners would go with it.
  private final ObservableList<Toast> readable = FXCollections.unmodifiableObservableList(shown);

  public Toasts(Texts texts, WindowTime.Timer timer) {
    this.texts = texts;
    this.timer = timer;
  }

  public ObservableList<Toast> shown() {
    return readable;
  }

  /// Something went as it should.
  public void tell(String text) {
    show(new Toast(text, false, Optional.empty(), Optional.empty()), READING);
  }

  /// Something did not.
  public void warn(String text) {
    show(new Toast(text, true, Optional.empty(), Optional.empty()), UNDO);
  }

  /// Something did not, and this can be done about it.
  public void warn(String text, String label, Runnable action) {
    show(
        new Toast(text, true, Optional.empty(), Optional.of(new Toast.Action(label, action))),
        UNDO);
  }

  /// The agent did not do what it was asked. A refusal is in its words, the rest in ours.
  public void warn(AgentException e) {
    warn(ErrorWords.of(e, texts));
  }

  /// Something was done that can be taken back for [#UNDO].
  public void offerUndo(String text, Runnable undo) {
    show(new Toast(text, false, Optional.of(undo), Optional.empty()), UNDO);
  }

  /// Takes back what a toast tells; once.
  public void undo(Toast toast) {
    if (shown.remove(toast)) {
      toast.undo().ifPresent(Runnable::run);
    }
  }

  /// Takes back what the latest toast that can be undone tells.
  ///
  /// @return false if there is none
  public boolean undoLatest() {
    Optional<Toast> latest =
        shown.reversed().stream().filter(toast -> toast.undo().isPresent()).findFirst();
    latest.ifPresent(this::undo);
    return latest.isPresent();
  }

  /// Does what the toast offers; it has been read then.
  public void act(Toast toast) {
    if (shown.remove(toast)) {
      toast.action().map(Toast.Action::run).ifPresent(Runnable::run);
    }
  }

  public void dismiss(Toast toast) {
    shown.remove(toast);
  }

  /// Ends the latest one.
  ///
  /// @return false if there was none
  public boolean dismissLatest() {
    return !shown.isEmpty() && shown.remove(shown.getLast());
  }

  private void show(Toast toast, Duration time) {
    if (shown.size() == MOST) {
      shown.removeFirst();
    }
    shown.add(toast);
    WindowTime.Waiting _ = timer.after(time, () -> dismiss(toast));
  }
}
