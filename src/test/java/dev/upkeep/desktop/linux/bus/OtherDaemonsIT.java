package dev.upkeep.desktop.linux.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.desktop.Notice;
import dev.upkeep.desktop.Notice.Button;
import dev.upkeep.desktop.Notice.Urgency;
import dev.upkeep.desktop.linux.notification.FreedesktopNotifier;
import dev.upkeep.desktop.linux.notification.HeardNotices;
import dev.upkeep.testing.Picture.Area;
import dev.upkeep.testing.Picture.Point;
import dev.upkeep.testing.RealDesktop;
import dev.upkeep.testing.Wait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Notices in real daemons of other desktops, seen on a screen and used with the pointer; part of
/// `make test-desktops`. What is special about each is in `src/docs/desktops.md`.
@EnabledIfSystemProperty(named = "upkeep.desktops", matches = "true")
@Timeout(180)
final class OtherDaemonsIT {
  private final HeardNotices listener = new HeardNotices();
  private RealDesktop desktop;
  private Bus bus;
  private FreedesktopNotifier notifier;

  enum Daemon {
    DUNST("Dunst", "/usr/bin/dunst"),
    LXQT("lxqt-notificationd", "/usr/bin/lxqt-notificationd"),
    MATE(
        "mate-notification-daemon",
        "/usr/lib/mate-notification-daemon/mate-notification-daemon",
        "/usr/libexec/mate-notification-daemon",
        "/usr/lib/x86_64-linux-gnu/mate-notification-daemon/mate-notification-daemon"),
    GNOME_CLASSIC(
        "notification-daemon",
        "/usr/lib/notification-daemon/notification-daemon",
        "/usr/libexec/notification-daemon");

    private final String window;
    private final String places;

    /// A daemon.
    ///
    /// @param window what its windows are called
    /// @param places where its program may be
    Daemon(String window, String... places) {
      this.window = window;
      this.places = String.join(" ", places);
    }

    String program() {
      return Arrays.stream(places.split(" "))
          .filter(place -> Files.isExecutable(Path.of(place)))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(window + ": see make test-desktops"));
    }
  }

  @BeforeEach
  void start() {
    desktop = RealDesktop.start();
    bus = Bus.at(desktop.bus().address());
    notifier = new FreedesktopNotifier(bus, "upkeep", "dialog-warning");
    notifier.start(listener);
  }

  @AfterEach
  void end() {
    notifier.close();
    bus.close();
    desktop.close();
  }

  @ParameterizedTest
  @EnumSource
  void an_alarm_is_shown_replaced_pressed_and_gone(Daemon daemon) {
    desktop.startNotifications(List.of(daemon.program()));
    shows(alarm("shop cannot be reached"));
    Wait.until("alarm", () -> seen(daemon).size() == 1);
    shows(alarm("shop still cannot be reached"));
    Wait.until("one alarm in the place of the other", () -> seen(daemon).size() == 1);
    desktop.screen().keep("alarm-" + daemon);

    press(daemon);

    assertThat(listener.heard()).hasSize(1).allMatch(press -> press.startsWith("down/shop "));
    Wait.until("end of what was pressed", () -> seen(daemon).isEmpty());
  }

  /// notification-daemon 3.20 answers a withdrawal, and leaves the window standing, whoever asks.
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GNOME_CLASSIC")
  void what_is_no_longer_true_is_taken_away_and_news_ends_by_itself(Daemon daemon) {
    desktop.startNotifications(List.of(daemon.program()));
    shows(alarm("shop cannot be reached"));
    Wait.until("alarm", () -> seen(daemon).size() == 1);
    notifier.withdraw("down/shop");
    Wait.until("end of the alarm", () -> seen(daemon).isEmpty());

    shows(new Notice("up/shop", Urgency.LOW, "shop is alive", "Written and read back.", List.of()));
    Wait.until("news", () -> !seen(daemon).isEmpty());
    desktop.screen().keep("news-" + daemon);
    Wait.until("end of the news", () -> seen(daemon).isEmpty());
  }

  /// From below, where every daemon has its buttons, until something was pressed.
  private void press(Daemon daemon) {
    Area area = seen(daemon).getFirst();
    if (daemon == Daemon.DUNST) {
      desktop.screen().click(area.middle(), 2);
      Wait.until("press", () -> !listener.heard().isEmpty());
      return;
    }
    for (int y = area.y() + area.height() - 8; y > area.y(); y -= 8) {
      for (int part = 1; part < 8; part += 2) {
        desktop.screen().click(new Point(area.x() + area.width() * part / 8, y), 1);
        if (!listener.heard().isEmpty() || seen(daemon).isEmpty()) {
          Wait.until("press", () -> !listener.heard().isEmpty());
          return;
        }
      }
    }
  }

  private List<Area> seen(Daemon daemon) {
    return desktop.screen().windows(daemon.window).stream()
        .filter(area -> area.width() > 50 && area.height() > 30)
        .distinct()
        .toList();
  }

  private void shows(Notice notice) {
    assertThat(notifier.show(notice).orTimeout(30, TimeUnit.SECONDS).join()).isTrue();
  }

  private static Notice alarm(String title) {
    return new Notice(
        "down/shop",
        Urgency.CRITICAL,
        title,
        "R&D <shop> has not answered since 14:02. It is safe until 22 December.",
        List.of(new Button("touch", "Touch now"), new Button("snooze", "Snooze 4 h")));
  }
}
