package dev.upkeep.window.shell;

import dev.upkeep.window.page.Route;
import dev.upkeep.window.text.Text;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/// The tabs of the header, in their order; Ctrl and a digit leads to each.
public enum Tab {
  DATABASES(ShellText.DATABASES, KeyCode.DIGIT1, new Route.Databases()),
  SAFETY(ShellText.SAFETY, KeyCode.DIGIT2, new Route.Safety(Optional.empty())),
  HISTORY(ShellText.HISTORY, KeyCode.DIGIT3, new Route.History(Optional.empty())),
  SETTINGS(ShellText.SETTINGS, KeyCode.DIGIT4, new Route.Settings()),
  HELP(ShellText.HELP, KeyCode.DIGIT5, new Route.Help());

  private final ShellText label;
  private final KeyCode key;

  @SuppressWarnings("ImmutableEnumChecker") // records of immutable values
  private final Route place;

  Tab(ShellText label, KeyCode key, Route place) {
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

  Route place() {
    return place;
  }

  /// The tab that is marked while a place is shown; adding and editing are done among databases.
  static Tab of(Route place) {
    return switch (place) {
      case Route.Databases _, Route.Chosen _, Route.Unsuccessful _ -> DATABASES;
      case Route.Add _, Route.Paste _, Route.Take _ -> DATABASES;
      case Route.ImportUpstash _, Route.Edit _ -> DATABASES;
      case Route.Safety _ -> SAFETY;
      case Route.History _ -> HISTORY;
      case Route.Settings _ -> SETTINGS;
      case Route.Help _ -> HELP;
    };
  }
}
