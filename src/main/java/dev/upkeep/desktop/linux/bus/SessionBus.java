package dev.upkeep.desktop.linux.bus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The D-Bus of the user's session.
///
/// dbus-java looks for its address in the system property, then in the variable, and not where the
/// D-Bus specification and systemd put it when neither is there: `$XDG_RUNTIME_DIR/bus`. Under cron
/// and in services that is the usual case.
public final class SessionBus {
  private static final String ADDRESS = "DBUS_SESSION_BUS_ADDRESS";

  private SessionBus() {}

  /// Tells every user of dbus-java in this process, java-keyring among them, where the bus is. Does
  /// nothing if they find it anyway, or if it is not there. Idempotent.
  ///
  /// @param environment of the process, as in [System#getenv()]
  public static void makeKnown(Map<String, String> environment) {
    String runtimeFolder = environment.getOrDefault("XDG_RUNTIME_DIR", "");
    if (System.getProperty(ADDRESS) != null
        || environment.containsKey(ADDRESS)
        || runtimeFolder.isEmpty()) {
      return;
    }
    Path socket = Path.of(runtimeFolder, "bus");
    if (Files.exists(socket)) {
      System.setProperty(ADDRESS, "unix:path=" + escaped(socket.toString()));
    }
  }

  /// See https://dbus.freedesktop.org/doc/dbus-specification.html#addresses
  private static String escaped(String path) {
    return path.replace("%", "%25").replace(",", "%2c").replace(";", "%3b").replace("=", "%3d");
  }
}
