package dev.upkeep.desktop.awt;

import dev.upkeep.desktop.TrayMenu;
import java.util.List;

/// Whether one menu can become another by changing its entries where they are. A menu that a person
/// has open is then not taken away from under the pointer.
final class MenuShape {
  private MenuShape() {}

  /// True if the same entries are in the same places; what they say may differ.
  static boolean same(List<TrayMenu> one, List<TrayMenu> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!same(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(TrayMenu one, TrayMenu other) {
    return switch (one) {
      case TrayMenu.Headline a -> other instanceof TrayMenu.Headline b && a.key().equals(b.key());
      case TrayMenu.Item a -> other instanceof TrayMenu.Item b && a.key().equals(b.key());
      case TrayMenu.Check a -> other instanceof TrayMenu.Check b && a.key().equals(b.key());
      case TrayMenu.Submenu a ->
          other instanceof TrayMenu.Submenu b
              && a.key().equals(b.key())
              && same(a.entries(), b.entries());
      case TrayMenu.Separator() -> other instanceof TrayMenu.Separator;
    };
  }
}
