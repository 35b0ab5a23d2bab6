package dev.upkeep.desktop.linux;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;

/// What NetworkManager tells. Public, because dbus-java calls it by reflection. See
/// https://networkmanager.dev/docs/api/latest/gdbus-org.freedesktop.NetworkManager.html
@DBusInterfaceName(NetworkManager.NAME)
public interface NetworkManager extends DBusInterface {
  String NAME = "org.freedesktop.NetworkManager";

  /// The state of the whole network changed, its connectivity included.
  final class StateChanged extends DBusSignal {
    /// There is a route, and what is behind it could not be reached: a captive portal, perhaps.
    static final long CONNECTED_SITE = 60;

    public final UInt32 state;

    public StateChanged(String path, UInt32 state) throws DBusException {
      super(path, state);
      this.state = state;
    }
  }
}
