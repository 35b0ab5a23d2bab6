package dev.upkeep.window.page;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The appearance that the person at this window chose; kept as soon as it changes.
public final class Appearances {
  private final ObjectProperty<Appearance> chosen;

  public Appearances(WindowMemory memory) {
    chosen = new SimpleObjectProperty<>(memory.appearance());
    chosen.addListener((_, _, now) -> memory.keep(now));
  }

  public ObjectProperty<Appearance> chosen() {
    return chosen;
  }
}
