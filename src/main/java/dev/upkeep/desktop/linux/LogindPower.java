package dev.upkeep.desktop.linux;

import dev.upkeep.desktop.PowerEvents;
import dev.upkeep.desktop.linux.bus.Bus;
import dev.upkeep.desktop.linux.bus.BusLink;
import dev.upkeep.desktop.linux.bus.ListeningPart;
import org.freedesktop.dbus.exceptions.DBusException;

/// Hears from systemd-logind that the computer has woken up. It does not delay the sleep: nothing
/// has to be finished before.
public final class LogindPower implements PowerEvents {
  private final Bus bus;
  private Runnable resumed = () -> {};
  private final Listening listening = new Listening();

  /// Nothing is opened before the start.
  ///
  /// @param bus the system's
  public LogindPower(Bus bus) {
    this.bus = bus;
  }

  @Override
  public void start(Runnable resumed) {
    bus.post(() -> this.resumed = resumed);
    bus.attach(listening);
  }

  @Override
  public void close() {
    bus.detach(listening);
  }

  private final class Listening extends ListeningPart {
    Listening() {
      super(LoginManager.NAME);
    }

    @Override
    public void connected(BusLink link) throws DBusException {
      link.on(
          LoginManager.PrepareForSleep.class,
          signal -> {
            if (isFromPeer(signal) && !signal.start) {
              resumed.run();
            }
          });
    }
  }
}
