package dev.upkeep.window.shell;

import dev.upkeep.window.page.Place;
import dev.upkeep.window.text.Text;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/// The tabs of the header, in their order; Ctrl and a digit leads to each.
public enum Tab {
  DATABASES(ShellText.DATABASES, KeyCode.DIGIT1, new Place.Databases()),
  HISTORY(ShellText.HISTORY, KeyCode.DIGIT2, new Place.History(Optional.empty())),
  SETTINGS(ShellText.SETTINGS, KeyCode.DIGIT3, new Place.Settings()),
  HELP(ShellText.HELP, KeyCode.DIGIT4, new Place.Help());

  private final ShellText label;
  private final KeyCode key;

  @SuppressWarnings("ImmutableEnumChecker") // records of immutable values
  private final Place place;

  Tab(ShellText label, KeyCode key, Place place) {
    this.label = label;
    this.key = key;
    this.place = place;
  }

  Text label() {
    return label;
  }

  /// Leads there, together with Ctrl.
  KeyCode key() {
    return key;
  }

  Place place() {
    return place;
  }

  /// The tab that is marked while a place is shown; adding and editing are done among databases.
  static Tab of(Place place) {
    return switch (place) {
      case Place.Databases _, Place.Add _, Place.ImportUpstash _, Place.Edit _ -> DATABASES;
      case Place.History _ -> HISTORY;
      case Place.Settings _ -> SETTINGS;
      case Place.Help _ -> HELP;
    };
  }
}
