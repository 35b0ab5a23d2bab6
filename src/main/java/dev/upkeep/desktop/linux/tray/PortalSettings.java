package dev.upkeep.desktop.linux.tray;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;

/// The desktop's settings, as programs may read them. Public, because dbus-java calls it by
/// reflection. See
/// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
@DBusInterfaceName("org.freedesktop.portal.Settings")
public interface PortalSettings extends DBusInterface {
  String NAME = "org.freedesktop.portal.Desktop";
  String PATH = "/org/freedesktop/portal/desktop";

  /// The value, in a Variant within the Variant.
  Variant<?> Read(String namespace, String key);

  final class SettingChanged extends DBusSignal {
    public final String namespace;
    public final String key;
    public final Variant<?> value;

    public SettingChanged(String path, String namespace, String key, Variant<?> value)
        throws DBusException {
      super(path, namespace, key, value);
      this.namespace = namespace;
      this.key = key;
      this.value = value;
    }
  }
}
