package dev.upkeep.desktop.linux.tray;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The whole menu at one moment; unchangeable, so that any thread may answer a panel from it.
///
/// @param revision grows with every change of the layout
/// @param nodes all of them by id, the root included
record MenuSnapshot(long revision, MenuNode root, Map<Integer, MenuNode> nodes) {
  static final int ROOT = 0;

  /// The snapshot of a tree.
  static MenuSnapshot of(long revision, List<MenuNode> top) {
    MenuNode root = new MenuNode(ROOT, Map.of("children-display", "submenu"), top);
    Map<Integer, MenuNode> nodes = new HashMap<>();
    collect(root, nodes);
    return new MenuSnapshot(revision, root, Map.copyOf(nodes));
  }

  Optional<MenuNode> node(int id) {
    return Optional.ofNullable(nodes.get(id));
  }

  private static void collect(MenuNode node, Map<Integer, MenuNode> into) {
    if (into.put(node.id(), node) != null) {
      throw new IllegalArgumentException("two entries of the menu have the same key");
    }
    node.children().forEach(child -> collect(child, into));
  }
}
