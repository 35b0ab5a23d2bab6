package dev.upkeep.desktop.linux.tray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.desktop.Notice;
import dev.upkeep.desktop.TrayListener;
import dev.upkeep.desktop.TrayMark;
import dev.upkeep.desktop.TrayMenu;
import dev.upkeep.desktop.TrayView;
import dev.upkeep.desktop.linux.bus.Bus;
import dev.upkeep.desktop.linux.bus.FakePeer;
import dev.upkeep.desktop.linux.notification.FakeNotifications;
import dev.upkeep.desktop.linux.notification.FreedesktopNotifier;
import dev.upkeep.desktop.linux.notification.Notifications;
import dev.upkeep.testing.PrivateBus;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What a process loads that has a tray icon and shows a notice: no toolkit.
final class WithoutToolkitIT {
  @Test
  void neither_awt_nor_javafx_is_loaded() {
    FakeWatcher watcher = new FakeWatcher(true);
    FakeNotifications server = new FakeNotifications("actions");
    try (PrivateBus daemon = PrivateBus.start();
        FakePeer _ =
            new FakePeer(daemon.address()).exports(watcher).named(StatusNotifierWatcher.NAME);
        FakePeer _ = new FakePeer(daemon.address()).exports(server).named(Notifications.NAME)) {
      String output =
          daemon.output(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xshare:off",
              "-Xlog:class+load",
              "-cp",
              System.getProperty("java.class.path"),
              Program.class.getName(),
              daemon.address());
      assertThat(output).contains("dev.upkeep.desktop.linux.tray.TrayPresence").contains("done");
      assertThat(output.lines())
          .noneMatch(line -> line.contains("] java.awt.") || line.contains("] javafx."));
    }
    assertThat(watcher.registered()).hasSize(1);
    assertThat(server.shown()).hasSize(1);
  }

  /// Shows an icon and a notice, and ends.
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws InterruptedException {
      CountDownLatch shown = new CountDownLatch(1);
      try (Bus bus = Bus.at(arguments[0]);
          StatusNotifierTray tray = new StatusNotifierTray(bus, new TestPixmaps());
          FreedesktopNotifier notifier = new FreedesktopNotifier(bus, "upkeep", "upkeep")) {
        tray.start(new Latched(shown));
        notifier.start((_, _) -> {});
        tray.show(
            new TrayView(
                TrayMark.ALIVE,
                "headline",
                List.of(),
                List.of(new TrayMenu.Item("quit", "Quit", true))));
        boolean taken =
            notifier.show(new Notice("t", Notice.Urgency.LOW, "title", "body", List.of())).join();
        if (taken && shown.await(30, TimeUnit.SECONDS)) {
          System.out.println("done");
        }
      }
    }
  }

  private record Latched(CountDownLatch latch) implements TrayListener {
    @Override
    public void chosen(String key) {}

    @Override
    public void activated() {}

    @Override
    public void shown(boolean shown) {
      if (shown) {
        latch.countDown();
      }
    }
  }
}
