package dev.upkeep.desktop.linux.notification;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// The server that shows notifications. Public, because dbus-java calls it by reflection. See
/// https://specifications.freedesktop.org/notification-spec/latest/
@DBusInterfaceName(Notifications.NAME)
public interface Notifications extends DBusInterface {
  String NAME = "org.freedesktop.Notifications";
  String PATH = "/org/freedesktop/Notifications";

  List<String> GetCapabilities();

  ServerInformation<String, String, String, String> GetServerInformation();

  /// Shows a notification.
  ///
  /// @param actions keys and labels in turn
  /// @param timeout in milliseconds; -1 as the server likes, 0 for ever
  /// @return the notification's id, never 0
  UInt32 Notify(
      String program,
      UInt32 replaces,
      String icon,
      String summary,
      String body,
      List<String> actions,
      Map<String, Variant<?>> hints,
      Integer timeout);

  void CloseNotification(UInt32 id);

  final class ActionInvoked extends DBusSignal {
    public final UInt32 id;
    public final String action;

    public ActionInvoked(String path, UInt32 id, String action) throws DBusException {
      super(path, id, action);
      this.id = id;
      this.action = action;
    }
  }

  final class NotificationClosed extends DBusSignal {
    public final UInt32 id;
    public final UInt32 reason;

    public NotificationClosed(String path, UInt32 id, UInt32 reason) throws DBusException {
      super(path, id, reason);
      this.id = id;
      this.reason = reason;
    }
  }
}
