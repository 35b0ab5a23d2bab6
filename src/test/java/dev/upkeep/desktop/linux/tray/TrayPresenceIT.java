package dev.upkeep.desktop.linux.tray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.desktop.TrayMark;
import dev.upkeep.desktop.TrayView;
import dev.upkeep.desktop.linux.bus.FakePeer;
import dev.upkeep.testing.Wait;
import java.util.List;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The tray icon while watchers, panels and the bus itself come and go.
final class TrayPresenceIT {
  @RegisterExtension private final TrayRig rig = new TrayRig();

  @Test
  void a_watcher_that_restarts_is_told_again() {
    rig.show();
    rig.panel.close();
    Wait.until("word of the loss", () -> rig.listener.heard().equals(List.of("shown", "hidden")));
    FakeWatcher next = new FakeWatcher(true);
    rig.watchedBy(next);
    Wait.until("registration", () -> next.registered().size() == 1);
    Wait.until("word of the return", () -> rig.listener.heard().size() == 3);
  }

  @Test
  void a_watcher_without_a_panel_shows_nothing_and_only_it_is_believed() throws DBusException {
    rig.panel.close();
    FakeWatcher lonely = new FakeWatcher(false);
    rig.watchedBy(lonely);
    rig.tray.start(rig.listener);
    rig.tray.show(TrayRig.VIEW);
    Wait.until("word", () -> !rig.listener.heard().isEmpty());
    try (FakePeer stranger = new FakePeer(rig.daemon.address())) {
      stranger.emit(
          new StatusNotifierWatcher.StatusNotifierHostRegistered(StatusNotifierWatcher.PATH));
    }
    rig.panel.emit(
        new StatusNotifierWatcher.StatusNotifierHostUnregistered(StatusNotifierWatcher.PATH));
    rig.panel.emit(
        new StatusNotifierWatcher.StatusNotifierHostRegistered(StatusNotifierWatcher.PATH));
    Wait.until("word", () -> rig.listener.heard().contains("shown"));
    rig.panel.emit(
        new StatusNotifierWatcher.StatusNotifierHostUnregistered(StatusNotifierWatcher.PATH));
    Wait.until("word", () -> rig.listener.heard().size() == 3);
    assertThat(rig.listener.heard()).containsExactly("hidden", "shown", "hidden");
  }

  @Test
  void the_bus_may_die_and_come_back_at_the_same_address() {
    rig.show();
    rig.daemon.kill();
    Wait.until("word of the loss", () -> rig.listener.heard().equals(List.of("shown", "hidden")));
    rig.tray.show(new TrayView(TrayMark.DANGER, "meanwhile", List.of(), List.of()));
    rig.daemon.restart();
    FakeWatcher next = new FakeWatcher(true);
    rig.watchedBy(next);
    Wait.until("word of the return", () -> rig.listener.heard().size() == 3);
    assertThat(next.registered()).hasSize(1);
    String item = next.registered().getFirst();
    Properties properties = rig.panel.object(item, ItemExport.PATH, Properties.class);
    assertThat(properties.<String>Get(StatusNotifierItem.NAME, "Title"))
        .isEqualTo("Upkeep: meanwhile");
  }

  @Test
  void a_frozen_bus_holds_up_nobody_who_shows_or_closes() {
    rig.show();
    rig.daemon.pause();
    try {
      rig.tray.show(new TrayView(TrayMark.DANGER, "frozen", List.of(), List.of()));
      rig.tray.close();
      rig.bus.close();
    } finally {
      rig.daemon.resume();
    }
    Wait.until("end of the item", () -> !rig.daemon.hasOwner(rig.item()));
  }

  @Test
  void a_desktop_without_a_bus_is_told_once() {
    rig.daemon.kill();
    rig.tray.start(rig.listener);
    rig.tray.show(TrayRig.VIEW);
    Wait.until("word", () -> !rig.listener.heard().isEmpty());
    assertThat(rig.listener.heard()).containsExactly("hidden");
  }

  @Test
  void after_the_close_nothing_is_left_on_the_bus() {
    rig.show();
    String item = rig.item();
    rig.tray.close();
    assertThat(rig.daemon.hasOwner(item)).isFalse();
  }
}
