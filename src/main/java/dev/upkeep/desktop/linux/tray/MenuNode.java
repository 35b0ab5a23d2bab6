package dev.upkeep.desktop.linux.tray;

import java.util.List;
import java.util.Map;

/// An entry of the menu as a panel knows it.
///
/// @param properties by their names in com.canonical.dbusmenu; strings, booleans and integers
record MenuNode(int id, Map<String, Object> properties, List<MenuNode> children) {
  MenuNode {
    properties = Map.copyOf(properties);
    children = List.copyOf(children);
  }

  List<Integer> childIds() {
    return children.stream().map(MenuNode::id).toList();
  }
}
