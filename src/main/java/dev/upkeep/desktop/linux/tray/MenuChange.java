package dev.upkeep.desktop.linux.tray;

import java.util.ArrayList;
import java.util.List;

/// What differs between two menus, in the words of com.canonical.dbusmenu: an open menu survives a
/// change of properties, and a change below a parent that is named, while a panel closes it when
/// everything may be different.
///
/// @param looks the entries that are still where they were, and look different
/// @param layouts the entries whose children are others, the outermost first
record MenuChange(List<MenuNode> looks, List<Integer> layouts) {
  static MenuChange between(MenuSnapshot before, MenuSnapshot after) {
    List<MenuNode> looks = new ArrayList<>();
    List<Integer> layouts = new ArrayList<>();
    compare(before.root(), after.root(), before, looks, layouts);
    return new MenuChange(List.copyOf(looks), List.copyOf(layouts));
  }

  private static void compare(
      MenuNode was, MenuNode is, MenuSnapshot before, List<MenuNode> looks, List<Integer> layouts) {
    if (!was.properties().equals(is.properties())) {
      looks.add(is);
    }
    if (!was.childIds().equals(is.childIds())) {
      layouts.add(is.id());
    }
    for (MenuNode child : is.children()) {
      // A child that is new here comes with the layout of its parent.
      before.node(child.id()).ifPresent(earlier -> compare(earlier, child, before, looks, layouts));
    }
  }
}
