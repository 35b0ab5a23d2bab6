package dev.upkeep.desktop.linux.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.desktop.Notice;
import dev.upkeep.desktop.Notice.Button;
import dev.upkeep.desktop.Notice.Urgency;
import dev.upkeep.desktop.linux.notification.FreedesktopNotifier;
import dev.upkeep.desktop.linux.notification.HeardNotices;
import dev.upkeep.testing.RealDesktop;
import dev.upkeep.testing.Wait;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Notifications in Xfce's real daemon, seen on its screen and used with the pointer.
final class XfceNotificationsIT {
  private static final Notice DOWN =
      new Notice(
          "down/shop",
          Urgency.CRITICAL,
          "shop cannot be reached",
          "R&D <shop> has not answered since 14:02. It is safe until 22 December.",
          List.of(new Button("touch", "Touch now"), new Button("snooze", "Snooze for 4 hours")));

  /// One for all tests: a desktop takes longer to start than a test to run.
  private static RealDesktop desktop;

  private final HeardNotices listener = new HeardNotices();
  private Bus bus;
  private FreedesktopNotifier notifier;

  @BeforeAll
  static void startDesktop() {
    desktop = RealDesktop.start();
  }

  @AfterAll
  static void endDesktop() {
    desktop.close();
  }

  @BeforeEach
  void start() {
    bus = Bus.at(desktop.bus().address());
    notifier = new FreedesktopNotifier(bus, "upkeep", "dialog-warning");
    notifier.start(listener);
  }

  @AfterEach
  void end() {
    notifier.close();
    bus.close();
    desktop.killNotifications();
    Wait.until("empty screen", () -> desktop.notifications().isEmpty());
  }

  @Test
  void a_notice_is_taken_and_a_click_on_its_button_arrives() {
    desktop.startNotifications();
    Supplier<String> messages = desktop.bus().recorded("org.freedesktop.Notifications");
    assertThat(shows(DOWN)).isTrue();

    Wait.until("notification", () -> !desktop.notifications().isEmpty());
    desktop.screen().keep("xfce-notification");
    Wait.until("record of the call", () -> messages.get().contains("member=Notify"));
    assertThat(messages.get())
        .contains("string \"shop cannot be reached\"")
        .contains("R&amp;D &lt;shop&gt; has not answered")
        .contains("byte 2")
        .contains("string \"Snooze for 4 hours\"");

    // The first is "Open", which a click on the notification means, too.
    desktop.pressNotificationButton(2, 3);
    Wait.until("press", () -> !listener.heard().isEmpty());
    assertThat(listener.heard()).containsExactly("down/shop snooze");
    Wait.until("end of the notification", () -> desktop.notifications().isEmpty());
  }

  @Test
  void a_notice_with_the_same_tag_replaces_the_former_one_and_can_be_withdrawn() {
    desktop.startNotifications();
    assertThat(shows(DOWN)).isTrue();
    assertThat(shows(new Notice("down/shop", Urgency.LOW, "shop is alive again", "", List.of())))
        .isTrue();
    Wait.until("notification", () -> !desktop.notifications().isEmpty());
    desktop.screen().keep("xfce-notification-replaced");
    assertThat(desktop.notifications()).hasSize(1);

    notifier.withdraw("down/shop");
    Wait.until("end of the notification", () -> desktop.notifications().isEmpty());
  }

  @Test
  void without_a_daemon_nothing_is_taken_and_with_it_everything_again() {
    assertThat(shows(DOWN)).isFalse();
    desktop.startNotifications();
    assertThat(shows(DOWN)).isTrue();
    desktop.killNotifications();
    assertThat(shows(DOWN)).isFalse();
    desktop.startNotifications();
    assertThat(shows(DOWN)).isTrue();
    Wait.until("notification", () -> desktop.notifications().size() == 1);
  }

  @Test
  void a_frozen_daemon_is_left_and_used_again() {
    desktop.startNotifications();
    assertThat(shows(DOWN)).isTrue();
    desktop.freezeNotifications(true);
    var first = notifier.show(DOWN);
    var second = notifier.show(DOWN);
    assertThat(first.orTimeout(60, TimeUnit.SECONDS).join()).isFalse();
    assertThat(second.orTimeout(60, TimeUnit.SECONDS).join()).isFalse();
    desktop.freezeNotifications(false);
    assertThat(shows(DOWN)).isTrue();
  }

  @Test
  void the_bus_may_die_and_come_back() {
    desktop.startNotifications();
    assertThat(shows(DOWN)).isTrue();
    desktop.killBus();
    Wait.until("refusal", () -> !shows(DOWN));
    desktop.restartBus();
    desktop.startNotifications();
    Wait.until("return", () -> shows(DOWN));
  }

  private boolean shows(Notice notice) {
    return notifier.show(notice).orTimeout(30, TimeUnit.SECONDS).join();
  }
}
