package dev.upkeep.desktop.linux.bus;

import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/// Somebody else on a bus: what it exports, and the name it has, are gone with its close.
public final class FakePeer implements AutoCloseable {
  private final DBusConnection connection;

  /// Connects, without any name.
  public FakePeer(String address) {
    try {
      connection = DBusConnectionBuilder.forAddress(address).withShared(false).build();
    } catch (DBusException e) {
      throw new IllegalStateException(e);
    }
  }

  public FakePeer exports(DBusInterface object) {
    try {
      connection.exportObject(object.getObjectPath(), object);
      return this;
    } catch (DBusException e) {
      throw new IllegalStateException(e);
    }
  }

  public FakePeer named(String name) {
    try {
      connection.requestBusName(name);
      return this;
    } catch (DBusException e) {
      throw new IllegalStateException(e);
    }
  }

  public <T extends DBusInterface> T object(String name, String path, Class<T> type) {
    try {
      return connection.getRemoteObject(name, path, type);
    } catch (DBusException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Emits a signal; when this returns, the bus has it, and what anybody sends from now on comes
  /// later.
  public void emit(DBusSignal signal) {
    connection.sendMessage(signal);
    object("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class).GetId();
  }

  @Override
  public void close() {
    connection.disconnect();
  }
}
