package dev.upkeep.window.page;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// How the person at this window wants it to look; kept as soon as it changes.
public final class Appearances {
  private final ObjectProperty<Appearance> chosen;
  private final ObjectProperty<Optional<Boolean>> compact;

  public Appearances(WindowMemory memory) {
    chosen = new SimpleObjectProperty<>(memory.appearance());
    chosen.addListener((_, _, now) -> memory.keep(now));
    compact = new SimpleObjectProperty<>(memory.compactRows());
    compact.addListener((_, _, now) -> now.ifPresent(memory::keepCompactRows));
  }

  public ObjectProperty<Appearance> chosen() {
    return chosen;
  }

  /// Whether rows have one line; empty until somebody has said so.
  public ObjectProperty<Optional<Boolean>> compactRows() {
    return compact;
  }
}
