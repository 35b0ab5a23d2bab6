package dev.upkeep.window;

import dev.upkeep.window.account.ImportPage;
import dev.upkeep.window.databases.DatabasesPage;
import dev.upkeep.window.editor.AddPage;
import dev.upkeep.window.editor.EditPage;
import dev.upkeep.window.help.HelpPage;
import dev.upkeep.window.history.HistoryPage;
import dev.upkeep.window.page.PageKind;
import dev.upkeep.window.page.Route;
import dev.upkeep.window.safety.SafetyPage;
import dev.upkeep.window.settings.SettingsPage;
import java.util.List;
import java.util.Set;

/// Which pages there are. A tab, a button or a menu entry appears only if its place is among
/// theirs.
public final class Pages {
  public static final List<PageKind> ALL =
      List.of(
          new PageKind(
              Set.of(Route.Databases.class, Route.Chosen.class, Route.Unsuccessful.class),
              DatabasesPage::of),
          new PageKind(Set.of(Route.Safety.class), SafetyPage::of),
          new PageKind(Set.of(Route.History.class), HistoryPage::of),
          new PageKind(Set.of(Route.Settings.class), SettingsPage::of),
          new PageKind(Set.of(Route.Help.class), HelpPage::of),
          new PageKind(Set.of(Route.Add.class, Route.Paste.class, Route.Take.class), AddPage::of),
          new PageKind(Set.of(Route.ImportUpstash.class), ImportPage::of),
          new PageKind(Set.of(Route.Edit.class), EditPage::of));

  private Pages() {}
}
