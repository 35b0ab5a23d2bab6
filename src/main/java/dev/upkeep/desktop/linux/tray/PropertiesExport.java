package dev.upkeep.desktop.linux.tray;

import java.util.Map;
import org.freedesktop.dbus.errors.PropertyReadOnly;
import org.freedesktop.dbus.errors.UnknownProperty;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/// The properties of one interface of an exported object, answered on any thread.
abstract class PropertiesExport implements Properties {
  private final String owner;
  private volatile Map<String, Variant<?>> properties = Map.of();

  PropertiesExport(String owner) {
    this.owner = owner;
  }

  final void properties(Map<String, Variant<?>> properties) {
    this.properties = Map.copyOf(properties);
  }

  /// What dbus-java sends is a Variant, whatever the signature says.
  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public final <A> A Get(String interfaceName, String name) {
    Variant<?> value = GetAll(interfaceName).get(name);
    if (value == null) {
      throw new UnknownProperty("there is no property " + name);
    }
    return (A) value;
  }

  /// Nothing for interfaces that are not ours: Xfce asks for others, too, and an error would cost
  /// the icon.
  @Override
  public final Map<String, Variant<?>> GetAll(String interfaceName) {
    return interfaceName.equals(owner) ? properties : Map.of();
  }

  @Override
  public final <A> void Set(String interfaceName, String name, A value) {
    throw new PropertyReadOnly(name + " cannot be set");
  }
}
