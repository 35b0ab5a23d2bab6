package dev.upkeep.desktop.linux.bus;

import java.util.Objects;
import org.freedesktop.dbus.DBusMatchRule;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBus;

/// Asks the bus for the changing owners of one name only. dbus-java's own rules know no arguments,
/// and would wake us for every program that starts or ends.
final class OwnerRule extends DBusMatchRule {
  private final String name;

  OwnerRule(String name) throws DBusException {
    super(DBus.NameOwnerChanged.class);
    this.name = name;
  }

  @Override
  public String toString() {
    return super.toString() + ",arg0='" + name + "'";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OwnerRule rule && rule.name.equals(name) && super.equals(other);
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), name);
  }
}
