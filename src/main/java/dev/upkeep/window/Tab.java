package dev.upkeep.window;

import java.util.Optional;

/// The tabs of the header, in their order; Ctrl and a digit leads to each.
enum Tab {
  DATABASES(ShellText.DATABASES, new Place.Databases()),
  HISTORY(ShellText.HISTORY, new Place.History(Optional.empty())),
  SETTINGS(ShellText.SETTINGS, new Place.Settings()),
  HELP(ShellText.HELP, new Place.Help());

  private final ShellText label;

  @SuppressWarnings("ImmutableEnumChecker") // records of immutable values
  private final Place place;

  Tab(ShellText label, Place place) {
    this.label = label;
    this.place = place;
  }

  Text label() {
    return label;
  }

  Place place() {
    return place;
  }

  /// The tab that is marked while a place is shown; adding and editing are done among databases.
  static Tab of(Place place) {
    return switch (place) {
      case Place.Databases _, Place.Add _, Place.Edit _ -> DATABASES;
      case Place.History _ -> HISTORY;
      case Place.Settings _ -> SETTINGS;
      case Place.Help _ -> HELP;
    };
  }
}
