package dev.upkeep.desktop.awt;

import dev.upkeep.desktop.TrayMenu;
import java.awt.CheckboxMenuItem;
import java.awt.Menu;
import java.awt.MenuItem;
import java.util.List;
import java.util.function.Consumer;

/// The tray's menu in AWT's classes. For the event thread only.
final class AwtMenu {
  private final Menu root;
  private final Consumer<String> chosen;
  private List<TrayMenu> shown = List.of();

  /// Fills nothing yet.
  ///
  /// @param root an empty menu of AWT
  /// @param chosen told the key of an entry
  AwtMenu(Menu root, Consumer<String> chosen) {
    this.root = root;
    this.chosen = chosen;
  }

  /// Shows these entries: by changing those that are there, if they are the same ones, and
  /// otherwise by replacing all.
  void show(List<TrayMenu> entries) {
    if (entries.equals(shown)) {
      return;
    }
    if (MenuShape.same(shown, entries)) {
      change(root, entries);
    } else {
      root.removeAll();
      entries.forEach(e -> root.add(made(e)));
    }
    shown = entries;
  }

  private void change(Menu menu, List<TrayMenu> entries) {
    for (int i = 0; i < entries.size(); i++) {
      MenuItem item = menu.getItem(i);
      switch (entries.get(i)) {
        case TrayMenu.Headline h -> relabel(item, h.label());
        case TrayMenu.Item e -> {
          relabel(item, e.label());
          item.setEnabled(e.enabled());
        }
        case TrayMenu.Check c -> {
          relabel(item, c.label());
          ((CheckboxMenuItem) item).setState(c.checked());
        }
        case TrayMenu.Submenu s -> {
          relabel(item, s.label());
          change((Menu) item, s.entries());
        }
        case TrayMenu.Separator() -> {}
      }
    }
  }

  private MenuItem made(TrayMenu entry) {
    return switch (entry) {
      case TrayMenu.Headline h -> {
        MenuItem item = new MenuItem(label(h.label()));
        item.setEnabled(false);
        yield item;
      }
      case TrayMenu.Item e -> {
        MenuItem item = new MenuItem(label(e.label()));
        item.setEnabled(e.enabled());
        item.addActionListener(_ -> chosen.accept(e.key()));
        yield item;
      }
      case TrayMenu.Check c -> check(c);
      case TrayMenu.Submenu s -> {
        Menu menu = new Menu(label(s.label()));
        s.entries().forEach(e -> menu.add(made(e)));
        yield menu;
      }
      case TrayMenu.Separator() -> new MenuItem("-");
    };
  }

  /// AWT ticks before anybody has agreed. The tick is put back; it changes when what it stands for
  /// has, and a view that says so is shown.
  private CheckboxMenuItem check(TrayMenu.Check check) {
    CheckboxMenuItem item = new CheckboxMenuItem(label(check.label()), check.checked());
    item.addItemListener(_ -> {
      item.setState(!item.getState());
      chosen.accept(check.key());
    });
    return item;
  }

  /// A label is set only when it differs, because some peers draw the whole menu again.
  private static void relabel(MenuItem item, String label) {
    if (!item.getLabel().equals(label(label))) {
      item.setLabel(label(label));
    }
  }

  /// A lone hyphen is AWT's word for a separator.
  private static String label(String text) {
    return text.equals("-") ? "- " : text;
  }
}
