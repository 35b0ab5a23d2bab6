package dev.upkeep.desktop.linux;

import dev.upkeep.desktop.linux.bus.SessionBus;
import dev.upkeep.desktop.linux.bus.Two;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.errors.ServiceUnknown;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.Properties;

/// The keyring of a Linux desktop, as far as one may look without touching it: is its default
/// collection locked? And the one way to have it unlocked, which asks the person. See
/// https://specifications.freedesktop.org/secret-service/latest/
public final class SecretService {
  private static final String NAME = "org.freedesktop.secrets";
  private static final String PATH = "/org/freedesktop/secrets";
  private static final String NOTHING = "/";

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

  /// Asks, over a connection of its own. Never raises a prompt. On a bus that is frozen this takes
  /// as long as the bus pleases; interrupt the thread to end it.
  ///
  /// @throws IOException if there is a service, and it gave no answer
  public State state() throws IOException {
    SessionBus.makeKnown(environment);
    try (DBusConnection bus = connect()) {
      DBusPath collection = bus.getRemoteObject(NAME, PATH, Service.class).ReadAlias("default");
      if (collection.getPath().equals(NOTHING)) {
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

  /// Lets the service ask the person for the password of the default collection, and waits for the
  /// answer. A prompt that nobody answers in time is taken away again, and so is one whose thread
  /// is interrupted. Returns however it ended; [#state] tells.
  ///
  /// @throws IOException if there is a service, and it gave no answer
  public void unlock(Duration patience) throws IOException {
    SessionBus.makeKnown(environment);
    try (DBusConnection bus = connect()) {
      Service service = bus.getRemoteObject(NAME, PATH, Service.class);
      DBusPath collection = service.ReadAlias("default");
      if (!collection.getPath().equals(NOTHING)) {
        DBusPath prompt = service.Unlock(List.of(collection)).second;
        if (!prompt.getPath().equals(NOTHING)) {
          answered(bus, prompt, patience);
        }
      }
    } catch (NoBus | ServiceUnknown e) {
      // Nobody there who could ask.
    } catch (DBusException | DBusExecutionException e) {
      throw new IOException("the secret service gave no answer", e);
    }
  }

  private static void answered(DBusConnection bus, DBusPath path, Duration patience)
      throws DBusException {
    SecretPrompt prompt = bus.getRemoteObject(NAME, path.getPath(), SecretPrompt.class);
    String owner =
        bus.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class)
            .GetNameOwner(NAME);
    CompletableFuture<Boolean> completed = new CompletableFuture<>();
    // Before it is shown: a prompt may be over before its call returns.
    bus.addSigHandler(
        SecretPrompt.Completed.class,
        signal -> {
          if (owner.equals(signal.getSource()) && path.getPath().equals(signal.getPath())) {
            completed.complete(signal.dismissed);
          }
        });
    prompt.Prompt("");
    try {
      completed.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      prompt.Dismiss();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      prompt.Dismiss();
    } catch (ExecutionException e) {
      throw new IllegalStateException("nothing completes it with a failure", e);
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

    /// What could be unlocked without asking, and a [SecretPrompt] for the rest; `/` for none.
    Two<List<DBusPath>, DBusPath> Unlock(List<DBusPath> objects);
  }
}
