package dev.upkeep.window.account;

import dev.upkeep.control.OfferedDatabase;
import dev.upkeep.window.editor.ConnectionVerdict;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// A database of an account: whether it is chosen, and how far it has come.
public final class OfferRow {
  /// How far.
  public enum Phase {
    OFFERED,
    /// To be added, or being tested just now.
    WAITING,
    ADDED,
    FAILED
  }

  private final OfferedDatabase database;
  private final BooleanProperty chosen;
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.OFFERED);
  private Optional<ConnectionVerdict> verdict = Optional.empty();

  OfferRow(OfferedDatabase database) {
    this.database = database;
    this.chosen = new SimpleBooleanProperty(database.wanted());
  }

  OfferedDatabase database() {
    return database;
  }

  /// Whether it is to be added; no more than a wish for one that cannot be.
  public BooleanProperty chosen() {
    return chosen;
  }

  public ReadOnlyObjectProperty<Phase> phase() {
    return phase.getReadOnlyProperty();
  }

  /// What came of it, a sentence each; empty before.
  List<String> sentences() {
    return verdict.map(ConnectionVerdict::sentences).orElse(List.of());
  }

  /// Whether there is anything to choose.
  boolean open() {
    return database.addable() && (phase.get() == Phase.OFFERED || phase.get() == Phase.FAILED);
  }

  /// Whether it may be stored although its test has failed.
  boolean untested() {
    return phase.get() == Phase.FAILED && verdict.filter(ConnectionVerdict::untested).isPresent();
  }

  boolean isToBeAdded() {
    return chosen.get() && open();
  }

  void moves(Phase now, Optional<ConnectionVerdict> why) {
    verdict = why;
    phase.set(now);
  }
}
