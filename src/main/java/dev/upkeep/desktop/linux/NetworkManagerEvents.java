package dev.upkeep.desktop.linux;

import dev.upkeep.desktop.NetworkEvents;
import dev.upkeep.desktop.linux.bus.Bus;
import dev.upkeep.desktop.linux.bus.BusLink;
import dev.upkeep.desktop.linux.bus.ListeningPart;
import org.freedesktop.dbus.exceptions.DBusException;

/// Hears from NetworkManager that there is a network again, or a better one than before: its state
/// tells the connectivity, too.
public final class NetworkManagerEvents implements NetworkEvents {
  private final Bus bus;
  private Runnable connected = () -> {};
  private final Listening listening = new Listening();

  /// Nothing is opened before the start.
  ///
  /// @param bus the system's
  public NetworkManagerEvents(Bus bus) {
    this.bus = bus;
  }

  @Override
  public void start(Runnable connected) {
    bus.post(() -> this.connected = connected);
    bus.attach(listening);
  }

  @Override
  public void close() {
    bus.detach(listening);
  }

  private final class Listening extends ListeningPart {
    Listening() {
      super(NetworkManager.NAME);
    }

    @Override
    public void connected(BusLink link) throws DBusException {
      link.on(
          NetworkManager.StateChanged.class,
          signal -> {
            if (isFromPeer(signal)
                && signal.state.longValue() >= NetworkManager.StateChanged.CONNECTED_SITE) {
              connected.run();
            }
          });
    }
  }
}
