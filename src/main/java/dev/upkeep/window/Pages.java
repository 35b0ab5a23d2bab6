package dev.upkeep.window;

import java.util.List;
import java.util.Set;

/// Which pages there are. A tab, a button or a menu entry appears only if its place is among
/// theirs.
final class Pages {
  static final List<PageKind> ALL =
      List.of(
          new PageKind(Set.of(Place.Databases.class), DatabasesPage::of),
          new PageKind(Set.of(Place.History.class), HistoryPage::of),
          new PageKind(Set.of(Place.Settings.class), SettingsPage::of),
          new PageKind(Set.of(Place.Help.class), HelpPage::of),
          new PageKind(Set.of(Place.Add.class), AddPage::of),
          new PageKind(Set.of(Place.ImportUpstash.class), ImportPage::of),
          new PageKind(Set.of(Place.Edit.class), EditPage::of));

  private Pages() {}
}
