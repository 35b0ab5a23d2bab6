package dev.upkeep.desktop.linux;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/// What systemd-logind tells. Public, because dbus-java calls it by reflection. See
/// https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.login1.html
@DBusInterfaceName("org.freedesktop.login1.Manager")
public interface LoginManager extends DBusInterface {
  String NAME = "org.freedesktop.login1";

  /// The computer is about to sleep (true), or has woken up (false).
  final class PrepareForSleep extends DBusSignal {
    public final boolean start;

    public PrepareForSleep(String path, boolean start) throws DBusException {
      super(path, start);
      this.start = start;
    }
  }
}
