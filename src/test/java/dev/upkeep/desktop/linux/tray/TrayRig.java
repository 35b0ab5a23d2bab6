package dev.upkeep.desktop.linux.tray;

import dev.upkeep.desktop.TrayMark;
import dev.upkeep.desktop.TrayMenu;
import dev.upkeep.desktop.TrayPixmaps.Panel;
import dev.upkeep.desktop.TrayView;
import dev.upkeep.desktop.linux.bus.Bus;
import dev.upkeep.desktop.linux.bus.FakePeer;
import dev.upkeep.testing.PrivateBus;
import dev.upkeep.testing.Wait;
import java.util.Arrays;
import java.util.List;
import org.freedesktop.dbus.interfaces.Properties;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The tray on a real bus of its own, with a watcher and a panel that looks at it. Begins before
/// each test and ends after it.
final class TrayRig implements BeforeEachCallback, AfterEachCallback {
  static final TrayView VIEW =
      new TrayView(
          TrayMark.ALIVE,
          "All is well at R&D",
          List.of("shop: safe until 22 Dec", "a < b"),
          List.of(
              new TrayMenu.Headline("headline", "All is well"),
              new TrayMenu.Separator(),
              new TrayMenu.Submenu(
                  "shop", "shop", List.of(new TrayMenu.Item("shop/touch", "Touch now", true))),
              new TrayMenu.Check("login", "Start at login", true)));

  final HeardTray listener = new HeardTray();
  private final FakeWatcher watcher = new FakeWatcher(true);
  PrivateBus daemon;
  Bus bus;
  StatusNotifierTray tray;
  FakePeer panel;

  @SuppressWarnings("NullAway.Init") // beforeEach sets the fields
  TrayRig() {}

  @Override
  public void beforeEach(ExtensionContext context) {
    daemon = PrivateBus.start();
    bus = Bus.at(daemon.address());
    tray = new StatusNotifierTray(bus, new TestPixmaps());
    watchedBy(watcher);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    tray.close();
    bus.close();
    panel.close();
    daemon.close();
  }

  /// A panel appears, with this watcher.
  void watchedBy(FakeWatcher next) {
    panel = new FakePeer(daemon.address()).exports(next).named(StatusNotifierWatcher.NAME);
  }

  /// Shows [#VIEW] and waits until it is to be seen.
  void show() {
    tray.show(VIEW);
    awaitShown(TrayMark.ALIVE);
  }

  /// Starts the tray if nobody has, and waits until the picture of a mark is to be seen.
  void awaitShown(TrayMark mark) {
    if (watcher.registered().isEmpty()) {
      tray.start(listener);
    }
    Wait.until("registration", () -> listener.heard().contains("shown"));
    Wait.until("picture", () -> shows(mark, Panel.DARK) || shows(mark, Panel.LIGHT));
  }

  boolean shows(TrayMark mark, Panel on) {
    return Arrays.equals(
        bytes(pictures("IconPixmap").getFirst()[2]),
        new TestPixmaps().of(mark, on).getFirst().argb());
  }

  /// The name under which the item is on the bus.
  String item() {
    return watcher.registered().getFirst();
  }

  Properties properties(String path) {
    return panel.object(item(), path, Properties.class);
  }

  Object get(String name) {
    return properties(ItemExport.PATH).<Object>Get(StatusNotifierItem.NAME, name);
  }

  List<Object[]> pictures(String name) {
    return ((List<?>) get(name)).stream().map(it -> (Object[]) it).toList();
  }

  static byte[] bytes(Object array) {
    if (array instanceof byte[] bytes) {
      return bytes;
    }
    List<?> list = (List<?>) array;
    byte[] bytes = new byte[list.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (Byte) list.get(i);
    }
    return bytes;
  }
}
