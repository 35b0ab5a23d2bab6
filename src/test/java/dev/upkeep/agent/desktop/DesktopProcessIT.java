package dev.upkeep.agent.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.GnomeKeyring;
import dev.upkeep.testing.RealDesktop;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.UpkeepProcess;
import dev.upkeep.testing.Wait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The agent as a process on a desktop that is not ready yet.
@EnabledOnOs(OS.LINUX)
@Timeout(300)
final class DesktopProcessIT {
  @TempDir private Path home;

  @Test
  void started_before_the_panel_it_appears_with_it_notifies_and_loads_no_toolkit()
      throws Exception {
    Path classes = home.resolve("classes.log");
    try (RealDesktop desktop = RealDesktop.start();
        RedisServer redis = RedisServer.builder().password("c4n4ry-Pa55word").start()) {
      GnomeKeyring.unlocked(desktop.bus());
      try (DesktopProcess agent =
          DesktopProcess.start(
              desktop, home, redis, "-Xshare:off", "-Xlog:class+load:file=" + classes)) {
        Wait.until(
            "word of no tray",
            () -> agent.log().stream().anyMatch(it -> it.startsWith("There is no tray")));
        agent.touch();

        desktop.startPanel();
        desktop.screen().click(agent.awaitIcon().middle(), 3);
        desktop.screen().awaitPopup();
        desktop.screen().keep("agent-menu");
        desktop.screen().press("Escape");
        desktop.startNotifications();
        agent.client().show(Optional.empty());
        Wait.until("notification", () -> !desktop.notifications().isEmpty());
        desktop.screen().keep("agent-notification");

        UpkeepProcess.Result end = agent.stop();
        assertThat(end.exitCode()).as(end.everything()).isZero();
        assertThat(agent.log()).noneMatch(line -> line.contains("c4n4ry"));
      }
    }
    assertThat(Files.readString(classes))
        .contains(
            "dev.upkeep.desktop.linux.tray.TrayPresence ",
            "dev.upkeep.desktop.linux.notification.NotificationQueue ",
            "dev.upkeep.agent.desktop.TrayController ")
        .doesNotContain(" javafx.", " java.awt.", " sun.awt.", " javax.swing.", " picocli.");
  }
}
