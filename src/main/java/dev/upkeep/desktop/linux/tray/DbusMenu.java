package dev.upkeep.desktop.linux.tray;

import dev.upkeep.desktop.linux.bus.Two;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// A menu, as a panel asks for it. Public, because dbus-java calls it by reflection. See
/// https://github.com/AyatanaIndicators/libdbusmenu/blob/main/libdbusmenu-glib/dbus-menu.xml
@DBusInterfaceName(DbusMenu.NAME)
public interface DbusMenu extends DBusInterface {
  String NAME = "com.canonical.dbusmenu";

  /// The revision of the menu, and a part of it.
  ///
  /// @param parent whose children to give; 0 is the whole menu
  /// @param depth how deep; -1 for all
  /// @param properties which to give; empty for all
  Two<UInt32, Node> GetLayout(int parent, int depth, List<String> properties);

  /// The properties of some entries; of all if none is named.
  List<Properties> GetGroupProperties(List<Integer> ids, List<String> properties);

  Variant<?> GetProperty(int id, String name);

  /// A person did something with an entry: `clicked`, `opened` …
  void Event(int id, String type, Variant<?> data, UInt32 time);

  /// As [#Event], several times; returns the ids that are unknown.
  List<Integer> EventGroup(List<Event> events);

  /// Whether the entry's children have to be asked for again.
  boolean AboutToShow(int id);

  /// The ids whose children have to be asked for again, and those that are unknown.
  Two<List<Integer>, List<Integer>> AboutToShowGroup(List<Integer> ids);

  /// The children of an entry are others now.
  final class LayoutUpdated extends DBusSignal {
    public final UInt32 revision;
    public final int parent;

    public LayoutUpdated(String path, UInt32 revision, int parent) throws DBusException {
      super(path, revision, parent);
      this.revision = revision;
      this.parent = parent;
    }
  }

  /// Entries look different now.
  final class ItemsPropertiesUpdated extends DBusSignal {
    public final List<Properties> updated;
    public final List<Removed> removed;

    public ItemsPropertiesUpdated(String path, List<Properties> updated, List<Removed> removed)
        throws DBusException {
      super(path, updated, removed);
      this.updated = List.copyOf(updated);
      this.removed = List.copyOf(removed);
    }
  }

  /// An entry with what is behind it.
  final class Node extends Struct {
    /// Of a node in a Variant.
    static final String SIGNATURE = "(ia{sv}av)";

    @Position(0)
    public final int id;

    @Position(1)
    public final Map<String, Variant<?>> properties;

    @Position(2)
    public final List<Variant<?>> children;

    public Node(int id, Map<String, Variant<?>> properties, List<Variant<?>> children) {
      this.id = id;
      this.properties = properties;
      this.children = children;
    }
  }

  /// The properties of one entry.
  final class Properties extends Struct {
    @Position(0)
    public final int id;

    @Position(1)
    public final Map<String, Variant<?>> properties;

    public Properties(int id, Map<String, Variant<?>> properties) {
      this.id = id;
      this.properties = properties;
    }
  }

  /// Properties that one entry no longer has.
  final class Removed extends Struct {
    @Position(0)
    public final int id;

    @Position(1)
    public final List<String> properties;

    public Removed(int id, List<String> properties) {
      this.id = id;
      this.properties = properties;
    }
  }

  /// One of several events.
  final class Event extends Struct {
    @Position(0)
    public final int id;

    @Position(1)
    public final String type;

    @Position(2)
    public final Variant<?> data;

    @Position(3)
    public final UInt32 time;

    public Event(int id, String type, Variant<?> data, UInt32 time) {
      this.id = id;
      this.type = type;
      this.data = data;
      this.time = time;
    }
  }
}
