package dev.upkeep.desktop.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.desktop.linux.bus.Bus;
import dev.upkeep.desktop.linux.bus.BusLink;
import dev.upkeep.desktop.linux.bus.FakePeer;
import dev.upkeep.desktop.linux.bus.ListeningPart;
import dev.upkeep.testing.PrivateBus;
import dev.upkeep.testing.Wait;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What logind and NetworkManager tell, on a real bus that plays the system's.
final class SystemEventsIT {
  private final AtomicInteger resumed = new AtomicInteger();
  private final AtomicInteger connected = new AtomicInteger();
  private PrivateBus daemon;
  private Bus bus;
  private LogindPower power;
  private NetworkManagerEvents network;

  @BeforeEach
  void start() {
    daemon = PrivateBus.start();
    bus = Bus.at(daemon.address());
    power = new LogindPower(bus);
    network = new NetworkManagerEvents(bus);
    power.start(resumed::incrementAndGet);
    network.start(connected::incrementAndGet);
  }

  @AfterEach
  void end() {
    power.close();
    network.close();
    bus.close();
    daemon.close();
  }

  @Test
  void waking_up_is_told_and_falling_asleep_is_not() {
    try (FakePeer logind = new FakePeer(daemon.address()).named(LoginManager.NAME)) {
      Wait.until(
          "resume",
          () -> {
            logind.emit(sleep(true));
            logind.emit(sleep(false));
            return resumed.get() > 0;
          });
      // The watch is on now.
      int before = settled(resumed);
      logind.emit(sleep(true));
      logind.emit(sleep(false));
      Wait.until("resume", () -> resumed.get() > before);
      assertThat(settled(resumed)).isEqualTo(before + 1);
    }
  }

  @Test
  void a_stranger_is_not_believed() {
    try (FakePeer logind = new FakePeer(daemon.address()).named(LoginManager.NAME);
        FakePeer manager = new FakePeer(daemon.address()).named(NetworkManager.NAME);
        FakePeer stranger = new FakePeer(daemon.address())) {
      for (int i = 0; i < 20; i++) {
        stranger.emit(sleep(false));
        stranger.emit(state(70));
      }
      Wait.until(
          "true words",
          () -> {
            logind.emit(sleep(false));
            manager.emit(state(70));
            return resumed.get() > 0 && connected.get() > 0;
          });
      int resumes = settled(resumed);
      int connections = settled(connected);
      stranger.emit(sleep(false));
      stranger.emit(state(70));
      assertThat(settled(resumed)).isEqualTo(resumes);
      assertThat(settled(connected)).isEqualTo(connections);
    }
  }

  @Test
  void a_network_is_told_and_its_end_is_not() {
    try (FakePeer manager = new FakePeer(daemon.address()).named(NetworkManager.NAME)) {
      Wait.until(
          "network",
          () -> {
            manager.emit(state(60));
            return connected.get() > 0;
          });
      int before = settled(connected);
      manager.emit(state(20));
      manager.emit(state(40));
      assertThat(settled(connected)).isEqualTo(before);
      manager.emit(state(70));
      assertThat(settled(connected)).isEqualTo(before + 1);
    }
  }

  @Test
  void the_bus_may_die_and_come_back() {
    daemon.kill();
    daemon.restart();
    try (FakePeer logind = new FakePeer(daemon.address()).named(LoginManager.NAME)) {
      Wait.until(
          "resume",
          () -> {
            logind.emit(sleep(false));
            return resumed.get() > 0;
          });
    }
  }

  @Test
  void a_computer_without_the_bus_is_normal_and_closing_takes_no_time() {
    Bus nowhere = Bus.at("unix:path=" + daemon.folder() + "/nobody");
    try (LogindPower there = new LogindPower(nowhere)) {
      there.start(resumed::incrementAndGet);
    }
    nowhere.close();
    assertThat(resumed).hasValue(0);
  }

  /// The count after everything that is under way has arrived: another signal has passed it.
  private int settled(AtomicInteger count) {
    try (FakePeer marker = new FakePeer(daemon.address())) {
      AtomicInteger passed = new AtomicInteger();
      try (MarkedPart part = new MarkedPart(bus, passed)) {
        part.start();
        Wait.until(
            "marker",
            () -> {
              marker.emit(sleep(true));
              return passed.get() > 0;
            });
      }
    }
    return count.get();
  }

  private static LoginManager.PrepareForSleep sleep(boolean start) {
    try {
      return new LoginManager.PrepareForSleep("/org/freedesktop/login1", start);
    } catch (DBusException e) {
      throw new IllegalStateException(e);
    }
  }

  private static NetworkManager.StateChanged state(int state) {
    try {
      return new NetworkManager.StateChanged("/org/freedesktop/NetworkManager", new UInt32(state));
    } catch (DBusException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Hears every signal of logind's, whoever sent it.
  private static final class MarkedPart extends ListeningPart implements AutoCloseable {
    private final Bus bus;
    private final AtomicInteger heard;

    MarkedPart(Bus bus, AtomicInteger heard) {
      super("dev.upkeep.Nobody");
      this.bus = bus;
      this.heard = heard;
    }

    void start() {
      bus.attach(this);
    }

    @Override
    public void connected(BusLink link) throws DBusException {
      link.on(LoginManager.PrepareForSleep.class, _ -> heard.incrementAndGet());
    }

    @Override
    public void close() {
      bus.detach(this);
    }
  }
}
