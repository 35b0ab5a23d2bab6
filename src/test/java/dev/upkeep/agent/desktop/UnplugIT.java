package dev.upkeep.agent.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.GnomeKeyring;
import dev.upkeep.testing.RealDesktop;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.Wait;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What the agent does when a part of the desktop is taken from under it: it goes on touching, says
/// so once, and uses the part again when it is back. The agent is a process, the desktop is real.
@EnabledOnOs(OS.LINUX)
@Timeout(300)
final class UnplugIT {
  private static final int TICKS = 4;
  private static final String SHOWN = "The tray shows Upkeep's icon.";
  private static final String NOT_SHOWN =
      "There is no tray to show an icon. Start Upkeep again to reach it.";
  private static final String BUS_LOST = "The connection to the session bus was lost";
  private static final String BUS_BACK = "Connected to the session bus again";
  private static final String NOTICES_BACK = "Notifications are shown again";
  private static final String STORE_BACK = "The secret store answers again.";

  @TempDir private Path home;

  private RealDesktop desktop;
  private GnomeKeyring keyring;
  private RedisServer redis;
  private DesktopProcess agent;
  private int known;

  @BeforeEach
  void start() throws Exception {
    desktop = RealDesktop.start();
    desktop.startPanel();
    desktop.startNotifications();
    keyring = GnomeKeyring.unlocked(desktop.bus());
    redis = RedisServer.builder().password("c4n4ry-Pa55word").start();
    agent = DesktopProcess.start(desktop, home, redis);
    agent.awaitIcon();
    agent.touch();
    Wait.until("word of the tray", () -> agent.log().contains(SHOWN));
    Wait.until(
        "word of the computer's bus, which the test has none of",
        () -> agent.log().stream().anyMatch(it -> it.startsWith("There is no system bus")));
    // Started by hand it has no window, which it says once; notices are what it shows here.
    agent.client().show(Optional.empty());
    Wait.until(
        "word of no window",
        () -> agent.log().stream().anyMatch(it -> it.startsWith("The window does not open")));
    Wait.until("notification", () -> !desktop.notifications().isEmpty());
    known = agent.log().size();
  }

  @AfterEach
  void end() {
    agent.close();
    redis.close();
    desktop.close();
  }

  @Test
  void the_panel() throws Exception {
    desktop.killPanel();
    tick();
    assertThat(agent.awaitLog(known, 1)).containsExactly(NOT_SHOWN);

    desktop.startPanel();
    agent.awaitIcon();
    desktop.screen().keep("unplug-panel-back");
    tick();
    assertThat(agent.awaitLog(known, 2)).containsExactly(NOT_SHOWN, SHOWN);
  }

  @Test
  void the_notification_daemon() throws Exception {
    desktop.killNotifications();
    for (int n = 0; n < TICKS; n++) {
      agent.touch();
      agent.client().show(Optional.empty());
    }
    assertThat(agent.awaitLog(known, 1))
        .singleElement()
        .asString()
        .startsWith("Notifications cannot be shown at present");

    desktop.startNotifications();
    agent.client().show(Optional.empty());
    Wait.until("notification", () -> !desktop.notifications().isEmpty());
    desktop.screen().keep("unplug-notifications-back");
    tick();
    assertThat(agent.awaitLog(known, 2)).hasSize(2).last().isEqualTo(NOTICES_BACK);
  }

  @Test
  void the_session_bus() throws Exception {
    desktop.killBus();
    tick();
    assertThat(agent.awaitLog(known, 2)).containsExactlyInAnyOrder(BUS_LOST, NOT_SHOWN);

    desktop.restartBus();
    desktop.startPanel();
    desktop.startNotifications();
    agent.awaitIcon();
    agent.client().show(Optional.empty());
    Wait.until("notification", () -> !desktop.notifications().isEmpty());
    desktop.screen().keep("unplug-bus-back");
    tick();
    assertThat(agent.awaitLog(known, 4))
        .containsExactlyInAnyOrder(BUS_LOST, NOT_SHOWN, BUS_BACK, SHOWN);
  }

  @Test
  void the_keychain_locked_after_it_was_read() throws Exception {
    keyring.lock();
    tick();
    assertThat(agent.logAfter(known)).as("nobody needs it, so nobody asks").isEmpty();

    for (int n = 0; n < TICKS; n++) {
      assertThat(agent.client().secretTrouble()).isPresent();
      agent.touch();
    }
    assertThat(agent.awaitLog(known, 1)).singleElement().asString().contains("locked");

    keyring.restart();
    assertThat(agent.awaitLog(known, 2)).last().isEqualTo(STORE_BACK);
    tick();
    assertThat(agent.logAfter(known)).hasSize(2);
    assertThat(agent.client().snapshot().agent().secretTrouble()).isEmpty();
  }

  @Test
  void everything_while_the_schedule_goes_on() {
    desktop.killBus();
    assertThat(agent.awaitLog(known, 2)).containsExactlyInAnyOrder(BUS_LOST, NOT_SHOWN);
    int before = agent.touches();
    Instant stampBefore = agent.stamp().orElseThrow();

    Wait.until("touch that was due", () -> agent.touches() > before);
    assertThat(agent.stamp().orElseThrow()).isAfter(stampBefore);
    assertThat(agent.logAfter(known)).hasSize(2);
  }

  /// Everything that shows something anew with each touch has its occasion to complain.
  private void tick() throws Exception {
    for (int n = 0; n < TICKS; n++) {
      agent.touch();
    }
  }
}
