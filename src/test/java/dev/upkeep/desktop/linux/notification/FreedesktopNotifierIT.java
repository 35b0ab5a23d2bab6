package dev.upkeep.desktop.linux.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.desktop.Notice;
import dev.upkeep.desktop.Notice.Button;
import dev.upkeep.desktop.Notice.Urgency;
import dev.upkeep.desktop.linux.bus.Bus;
import dev.upkeep.desktop.linux.bus.FakePeer;
import dev.upkeep.testing.PrivateBus;
import dev.upkeep.testing.Wait;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The notifier with servers that can do more or less, on a real bus.
final class FreedesktopNotifierIT {
  private static final Notice NOTICE =
      new Notice("tag", Urgency.NORMAL, "R&D", "a < b", List.of(new Button("touch", "Touch now")));

  private final HeardNotices listener = new HeardNotices();
  private PrivateBus daemon;
  private Bus bus;
  private FreedesktopNotifier notifier;

  @BeforeEach
  void start() {
    daemon = PrivateBus.start();
    bus = Bus.at(daemon.address());
    notifier = new FreedesktopNotifier(bus, "upkeep", "upkeep");
    notifier.start(listener);
  }

  @AfterEach
  void end() {
    notifier.close();
    bus.close();
    daemon.close();
  }

  @Test
  void a_server_gets_only_what_it_can_do() {
    FakeNotifications plain = new FakeNotifications("body");
    try (FakePeer _ = server(plain)) {
      assertThat(shows(NOTICE)).isTrue();
    }
    assertThat(plain.shown())
        .containsExactly(
            new FakeNotifications.Shown(0, "R&D", "a < b", List.of(), (byte) 1, 12_000));

    FakeNotifications rich = new FakeNotifications("body", "body-markup", "actions");
    try (FakePeer _ = server(rich)) {
      Wait.until("answer of the new server", () -> shows(NOTICE) && !rich.shown().isEmpty());
    }
    assertThat(rich.shown().getFirst())
        .isEqualTo(
            new FakeNotifications.Shown(
                0,
                "R&D",
                "a &lt; b",
                List.of("default", "Open", "touch", "Touch now"),
                (byte) 1,
                12_000));
  }

  @Test
  void what_is_critical_stays() {
    FakeNotifications server = new FakeNotifications("actions");
    try (FakePeer _ = server(server)) {
      assertThat(shows(new Notice("t", Urgency.CRITICAL, "x", "", List.of()))).isTrue();
    }
    assertThat(server.shown().getFirst().urgency()).isEqualTo((byte) 2);
    assertThat(server.shown().getFirst().timeout()).isZero();
  }

  @Test
  void everything_else_has_an_end_and_so_has_an_alarm_where_nothing_can_be_pressed() {
    FakeNotifications server = new FakeNotifications("body");
    try (FakePeer _ = server(server)) {
      for (Urgency urgency : Urgency.values()) {
        assertThat(shows(new Notice(urgency.name(), urgency, "x", "", List.of()))).isTrue();
      }
    }
    assertThat(server.shown())
        .extracting(FakeNotifications.Shown::timeout)
        .allSatisfy(timeout -> assertThat(timeout).isPositive());
  }

  @Test
  void a_notice_that_was_pressed_is_closed_before_anything_takes_its_place() {
    FakeNotifications server = new FakeNotifications("actions");
    try (FakePeer peer = server(server)) {
      assertThat(shows(NOTICE)).isTrue();
      peer.emit(pressed(41, "touch"));
      Wait.until("end of the notice", () -> !server.closed().isEmpty());
      assertThat(shows(NOTICE)).isTrue();
    }
    assertThat(server.closed()).containsExactly(new UInt32(41));
    assertThat(server.shown().getLast().replaces()).isZero();
    assertThat(listener.heard()).containsExactly("tag touch");
  }

  @Test
  void in_gnome_news_makes_room_for_an_alarm_and_never_pushes_one_out() {
    FakeNotifications server = FakeNotifications.called("gnome-shell", "actions");
    try (FakePeer _ = server(server)) {
      assertThat(shows(notice("news", Urgency.LOW))).isTrue();
      assertThat(shows(notice("one", Urgency.CRITICAL))).isTrue();
      assertThat(shows(notice("two", Urgency.CRITICAL))).isTrue();
      assertThat(server.closed()).isEmpty();

      assertThat(shows(notice("three", Urgency.CRITICAL))).isTrue();
      assertThat(server.closed()).containsExactly(new UInt32(41));

      assertThat(shows(notice("more news", Urgency.NORMAL))).isFalse();
      assertThat(shows(notice("two", Urgency.LOW))).as("calls an alarm off").isTrue();
      assertThat(shows(notice("more news", Urgency.NORMAL))).isTrue();
    }
    assertThat(server.shown())
        .extracting(FakeNotifications.Shown::summary)
        .containsExactly("news", "one", "two", "three", "two", "more news");
  }

  @Test
  void elsewhere_there_is_room_for_all() {
    FakeNotifications server = new FakeNotifications("actions");
    try (FakePeer _ = server(server)) {
      for (String tag : List.of("one", "two", "three", "four")) {
        assertThat(shows(notice(tag, Urgency.CRITICAL))).isTrue();
      }
      assertThat(shows(notice("news", Urgency.LOW))).isTrue();
    }
    assertThat(server.closed()).isEmpty();
  }

  @Test
  void a_tag_replaces_only_what_the_same_server_shows() {
    FakeNotifications first = new FakeNotifications();
    try (FakePeer peer = server(first)) {
      shows(NOTICE);
      shows(NOTICE);
      shows(new Notice("other", Urgency.LOW, "x", "", List.of()));
      assertThat(first.shown())
          .extracting(FakeNotifications.Shown::replaces)
          .containsExactly(0L, 41L, 0L);
      // Nobody can see when the signal has arrived. While a call is under way it would say nothing
      // of
      // that call's notice, so it is sent after each and before the wait.
      Wait.until(
          "new number",
          () -> {
            boolean replacesNothing = shows(NOTICE) && first.shown().getLast().replaces() == 0;
            if (!replacesNothing) {
              peer.emit(closed(41));
            }
            return replacesNothing;
          });
    }
    FakeNotifications second = new FakeNotifications();
    try (FakePeer _ = server(second)) {
      Wait.until("answer of the new server", () -> shows(NOTICE) && !second.shown().isEmpty());
    }
    assertThat(second.shown().getFirst().replaces()).isZero();
  }

  @Test
  void two_notices_at_once_with_one_tag_are_one() {
    FakeNotifications server = new FakeNotifications();
    try (FakePeer _ = server(server)) {
      var first = notifier.show(NOTICE);
      var second = notifier.show(NOTICE);
      assertThat(first.join() && second.join()).isTrue();
    }
    assertThat(server.shown())
        .extracting(FakeNotifications.Shown::replaces)
        .containsExactly(0L, 41L);
  }

  @Test
  void a_press_is_believed_from_the_server_only() {
    FakeNotifications server = new FakeNotifications("actions");
    try (FakePeer peer = server(server);
        FakePeer stranger = new FakePeer(daemon.address())) {
      assertThat(shows(NOTICE)).isTrue();
      stranger.emit(pressed(41, "forged"));
      // The bus keeps one sender's order only: wait until it has passed the stranger's on.
      stranger
          .object(Notifications.NAME, Notifications.PATH, Notifications.class)
          .GetCapabilities();
      peer.emit(pressed(7, "of another program"));
      peer.emit(pressed(41, "touch"));
      Wait.until("press", () -> !listener.heard().isEmpty());
    }
    assertThat(listener.heard()).containsExactly("tag touch");
  }

  @Test
  void what_is_withdrawn_is_closed_once() {
    FakeNotifications server = new FakeNotifications();
    try (FakePeer _ = server(server)) {
      shows(NOTICE);
      notifier.withdraw("tag");
      notifier.withdraw("tag");
      notifier.withdraw("never shown");
      shows(new Notice("other", Urgency.LOW, "x", "", List.of()));
    }
    assertThat(server.closed()).containsExactly(new UInt32(41));
  }

  @Test
  void without_a_server_or_a_bus_a_notice_is_refused_at_once() {
    assertThat(shows(NOTICE)).isFalse();
    daemon.kill();
    assertThat(shows(NOTICE)).isFalse();
  }

  private static Notice notice(String tag, Urgency urgency) {
    return new Notice(tag, urgency, tag, "", List.of());
  }

  private FakePeer server(FakeNotifications server) {
    return new FakePeer(daemon.address()).exports(server).named(Notifications.NAME);
  }

  private boolean shows(Notice notice) {
    return notifier.show(notice).orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static Notifications.ActionInvoked pressed(int id, String action) {
    try {
      return new Notifications.ActionInvoked(Notifications.PATH, new UInt32(id), action);
    } catch (DBusException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Notifications.NotificationClosed closed(int id) {
    try {
      return new Notifications.NotificationClosed(
          Notifications.PATH, new UInt32(id), new UInt32(2));
    } catch (DBusException e) {
      throw new IllegalStateException(e);
    }
  }
}
