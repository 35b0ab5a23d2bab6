package dev.upkeep.window.page;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// How the person at this window wants it to look; kept as soon as it changes.
public final class Appearances {
  private final ObjectProperty<Appearance> chosen;
  private final BooleanProperty firstSaid;
  private final BooleanProperty updatesOffered;
  private final ObjectProperty<Optional<Boolean>> compact;

  public Appearances(WindowMemory memory) {
    chosen = new SimpleObjectProperty<>(memory.appearance());
    chosen.addListener((_, _, now) -> memory.keep(now));
    firstSaid = new SimpleBooleanProperty(memory.firstSaid());
    firstSaid.addListener((_, _, _) -> memory.keepFirstSaid());
    updatesOffered = new SimpleBooleanProperty(memory.updatesOffered());
    updatesOffered.addListener((_, _, _) -> memory.keepUpdatesOffered());
    compact = new SimpleObjectProperty<>(memory.compactRows());
    compact.addListener((_, _, now) -> now.ifPresent(memory::keepCompactRows));
  }

  /// Whether what is said once, after the first database, was said.
  public BooleanProperty firstSaid() {
    return firstSaid;
  }

  /// Whether it was asked if somebody wants to hear of new versions.
  public BooleanProperty updatesOffered() {
    return updatesOffered;
  }

  public ObjectProperty<Appearance> chosen() {
    return chosen;
  }

  /// Whether rows have one line; empty until somebody has said so.
  public ObjectProperty<Optional<Boolean>> compactRows() {
    return compact;
  }
}
