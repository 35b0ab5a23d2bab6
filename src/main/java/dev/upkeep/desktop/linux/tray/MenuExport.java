package dev.upkeep.desktop.linux.tray;

import dev.upkeep.desktop.linux.bus.Two;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// The menu as panels see it. They call on a thread of dbus-java, and are answered from the last
/// snapshot.
final class MenuExport extends PropertiesExport implements DbusMenu {
  static final String PATH = "/MenuBar";

  private final IntConsumer clicked;
  private volatile MenuSnapshot snapshot = MenuSnapshot.of(1, List.of());

  /// An empty menu.
  ///
  /// @param clicked told the id of the entry that a person chose
  MenuExport(IntConsumer clicked) {
    super(NAME);
    this.clicked = clicked;
    properties(
        Map.of(
            "Version", new Variant<>(new UInt32(3)),
            "TextDirection", new Variant<>("ltr"),
            "Status", new Variant<>("normal"),
            "IconThemePath", new Variant<>(new String[0], "as")));
  }

  void show(MenuSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /// The properties of some entries as they are sent.
  static List<DbusMenu.Properties> wire(List<MenuNode> nodes, List<String> wanted) {
    return nodes.stream()
        .map(node -> new DbusMenu.Properties(node.id(), wire(node, wanted)))
        .toList();
  }

  @Override
  public Two<UInt32, Node> GetLayout(int parent, int depth, List<String> properties) {
    MenuSnapshot now = snapshot;
    return new Two<>(new UInt32(now.revision()), layout(node(now, parent), depth, properties));
  }

  @Override
  public List<DbusMenu.Properties> GetGroupProperties(List<Integer> ids, List<String> properties) {
    MenuSnapshot now = snapshot;
    List<MenuNode> nodes =
        ids.isEmpty()
            ? List.copyOf(now.nodes().values())
            : ids.stream().flatMap(id -> now.node(id).stream()).toList();
    return wire(nodes, properties);
  }

  @Override
  public Variant<?> GetProperty(int id, String name) {
    Variant<?> value = wire(node(snapshot, id), List.of(name)).get(name);
    if (value == null) {
      throw new DBusExecutionException("the entry has no such property");
    }
    return value;
  }

  @Override
  public void Event(int id, String type, Variant<?> data, UInt32 time) {
    if (type.equals("clicked")) {
      clicked.accept(id);
    }
  }

  @Override
  public List<Integer> EventGroup(List<Event> events) {
    MenuSnapshot now = snapshot;
    events.forEach(event -> Event(event.id, event.type, event.data, event.time));
    return events.stream().map(event -> event.id).filter(id -> now.node(id).isEmpty()).toList();
  }

  /// What a panel has is always current: it is told of every change.
  @Override
  public boolean AboutToShow(int id) {
    return false;
  }

  @Override
  public Two<List<Integer>, List<Integer>> AboutToShowGroup(List<Integer> ids) {
    MenuSnapshot now = snapshot;
    return new Two<>(List.of(), ids.stream().filter(id -> now.node(id).isEmpty()).toList());
  }

  @Override
  public String getObjectPath() {
    return PATH;
  }

  private static Node layout(MenuNode node, int depth, List<String> wanted) {
    List<Variant<?>> children = new ArrayList<>();
    if (depth != 0) {
      for (MenuNode child : node.children()) {
        children.add(new Variant<>(layout(child, depth - 1, wanted), Node.SIGNATURE));
      }
    }
    return new Node(node.id(), wire(node, wanted), children);
  }

  private static Map<String, Variant<?>> wire(MenuNode node, List<String> wanted) {
    Map<String, Variant<?>> properties = new LinkedHashMap<>();
    node.properties()
        .forEach((name, value) -> {
          if (wanted.isEmpty() || wanted.contains(name)) {
            properties.put(name, new Variant<>(value));
          }
        });
    return properties;
  }

  private static MenuNode node(MenuSnapshot now, int id) {
    return now.node(id).orElseThrow(() -> new DBusExecutionException("there is no entry " + id));
  }
}
