package dev.upkeep.desktop.linux.bus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A D-Bus, and the one connection to it that its parts (the tray icon, the notifications …) share.
/// A bus that is not there, dies, or freezes is normal: the connection is made again when it is
/// back, and every part set up anew.
///
/// One thread for each bus owns the state of this class and of its parts; dbus-java's threads only
/// post to it. It sleeps while there is a connection, and while there is none it looks for the bus
/// twice a minute at most.
public final class Bus implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Bus.class);

  /// How long to wait before each try to connect; the last one again and again.
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30));

  /// A bus that does not answer is left behind after this time.
  private static final Duration CLOSES_WITHIN = Duration.ofSeconds(2);

  private final String name;
  private final Supplier<DBusConnectionBuilder> address;
  private final BusThread thread;
  private final List<BusPart> parts = new ArrayList<>();
  private Optional<BusLink> link = Optional.empty();
  private boolean connecting;
  private boolean missed;
  private int tries;

  private Bus(String name, Supplier<DBusConnectionBuilder> address) {
    this.name = name;
    this.address = address;
    this.thread = new BusThread(name);
  }

  /// The bus of the user's session. Nothing is opened before the first part starts.
  ///
  /// @param environment of the process, as in [System#getenv()]
  public static Bus session(Map<String, String> environment) {
    return new Bus(
        "session bus",
        () -> {
          // The socket may have come only now.
          SessionBus.makeKnown(environment);
          return DBusConnectionBuilder.forSessionBus();
        });
  }

  /// The bus of the computer. Nothing is opened before the first part starts.
  public static Bus system() {
    return new Bus("system bus", DBusConnectionBuilder::forSystemBus);
  }

  /// A bus at an address in D-Bus's own form.
  public static Bus at(String address) {
    return new Bus("bus", () -> DBusConnectionBuilder.forAddress(address));
  }

  /// Takes the parts and the connection away; at the latest after two seconds, with a bus that does
  /// not answer. The parts are better closed before.
  @Override
  public void close() {
    thread.runWithin(
        CLOSES_WITHIN,
        () -> {
          List.copyOf(parts).forEach(this::remove);
          link.ifPresent(BusLink::disconnect);
          link = Optional.empty();
        });
    thread.end();
  }

  /// Adds a part, sets it up as soon as there is a connection, and again after each loss.
  public void attach(BusPart part) {
    post(() -> {
      parts.add(part);
      if (link.isPresent()) {
        setUp(part, link.get());
      } else if (connecting) {
        part.disconnected();
      } else {
        connect();
      }
    });
  }

  /// Takes a part away from the bus; at the latest after two seconds, with a bus that does not
  /// answer.
  public void detach(BusPart part) {
    thread.runWithin(CLOSES_WITHIN, () -> remove(part));
  }

  /// Runs something on this bus's thread; never once the bus is closed.
  public void post(Runnable task) {
    thread.post(task);
  }

  private void connect() {
    connecting = true;
    if (link.isPresent() || parts.isEmpty()) {
      connecting = false;
      return;
    }
    try {
      BusLink opened = BusLink.open(address.get(), thread, this::lost);
      link = Optional.of(opened);
      connecting = false;
      tries = 0;
      if (missed) {
        missed = false;
        LOG.info("Connected to the {} again", name);
      }
      List.copyOf(parts).forEach(part -> setUp(part, opened));
    } catch (DBusException | RuntimeException e) {
      // AddressResolvingException and the like are RuntimeExceptions.
      if (!missed) {
        missed = true;
        LOG.info("There is no {} at present: {}", name, e.getMessage());
        parts.forEach(BusPart::disconnected);
      }
      connectLater();
    }
  }

  private void connectLater() {
    connecting = true;
    Duration pause = PAUSES.get(Math.min(tries++, PAUSES.size() - 1));
    var _ = thread.later(pause, this::connect);
  }

  private void setUp(BusPart part, BusLink to) {
    try {
      part.connected(to);
      to.watch(part.peer(), part);
    } catch (DBusException | RuntimeException e) {
      if (to.isLost()) {
        return; // told by dbus-java, if not already then soon
      }
      LOG.warn("{} cannot use the {}: {}", part, name, e.toString());
      part.disconnected();
    }
  }

  private void lost(BusLink which) {
    if (link.filter(current -> current == which).isEmpty()) {
      return;
    }
    link = Optional.empty();
    missed = true;
    LOG.warn("The connection to the {} was lost", name);
    parts.forEach(BusPart::disconnected);
    connectLater();
  }

  private void remove(BusPart part) {
    if (!parts.remove(part)) {
      return;
    }
    link.ifPresent(from -> {
      from.unwatch(part);
      try {
        part.leave(from);
      } catch (DBusException | RuntimeException e) {
        LOG.debug("{} could not leave the {}", part, name, e);
      }
    });
  }
}
