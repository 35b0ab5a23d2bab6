package dev.upkeep.desktop.linux;

import java.io.IOException;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.errors.ServiceUnknown;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.Properties;

/// The keyring of a Linux desktop, as far as one may look without touching it: is its default
/// collection locked? Never raises a prompt. See
/// https://specifications.freedesktop.org/secret-service/latest/
public final class SecretService {
  private static final String NAME = "org.freedesktop.secrets";
  private static final String PATH = "/org/freedesktop/secrets";

  private final Map<String, String> environment;

  /// Nothing is opened before the first question.
  ///
  /// @param environment of the process, as in [System#getenv()]
  public SecretService(Map<String, String> environment) {
    this.environment = environment;
  }

  /// How the default collection is.
  public enum State {
    READY,
    LOCKED,
    /// The service runs, and has no default collection.
    NO_KEYRING,
    /// No session bus, or nobody on it who keeps secrets.
    ABSENT
  }

  /// Asks, over a connection of its own. On a bus that is frozen this takes as long as the bus
  /// pleases; interrupt the thread to end it.
  ///
  /// @throws IOException if there is a service, and it gave no answer
  public State state() throws IOException {
    SessionBus.makeKnown(environment);
    try (DBusConnection bus = connect()) {
      DBusPath collection = bus.getRemoteObject(NAME, PATH, Service.class).ReadAlias("default");
      if (collection.getPath().equals("/")) {
        return State.NO_KEYRING;
      }
      Properties properties = bus.getRemoteObject(NAME, collection.getPath(), Properties.class);
      boolean locked = properties.Get("org.freedesktop.Secret.Collection", "Locked");
      return locked ? State.LOCKED : State.READY;
    } catch (NoBus | ServiceUnknown e) {
      return State.ABSENT;
    } catch (DBusException | DBusExecutionException e) {
      throw new IOException("the secret service gave no answer", e);
    }
  }

  private static DBusConnection connect() throws NoBus {
    try {
      return DBusConnectionBuilder.forSessionBus().withShared(false).build();
    } catch (DBusException | RuntimeException e) {
      throw new NoBus(e);
    }
  }

  private static final class NoBus extends Exception {
    private static final long serialVersionUID = 1L;

    NoBus(Exception cause) {
      super(cause);
    }
  }

  /// Public, because dbus-java calls it by reflection.
  @DBusInterfaceName("org.freedesktop.Secret.Service")
  public interface Service extends DBusInterface {
    /// The collection of a name; `/` if there is none.
    DBusPath ReadAlias(String name);
  }
}
