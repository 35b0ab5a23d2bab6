package dev.upkeep.agent.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.client.ControlClient;
import dev.upkeep.control.instance.AgentPlace;
import dev.upkeep.testing.Modes;
import dev.upkeep.testing.RealDesktop;
import dev.upkeep.testing.UpkeepProcess;
import dev.upkeep.testing.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A real agent that shows itself on a real screen.
@DisabledOnOs(OS.WINDOWS)
final class WindowLauncherIT {
  private static final String TITLE = "\"Upkeep\"";

  @TempDir private Path home;

  @Test
  void a_window_appears_once_and_its_process_ends_with_it() throws Exception {
    try (RealDesktop desktop = RealDesktop.start();
        UpkeepProcess.Started agent = start(desktop);
        AgentApi api = connect()) {
      desktop.startPanel();
      desktop.startNotifications();
      Wait.until("icon", () -> agent.errSoFar().contains("The tray shows Upkeep's icon."));
      api.show(Optional.empty());
      Wait.until("window", () -> !desktop.screen().windows(TITLE).isEmpty());
      List<ProcessHandle> windows = children(agent);
      assertThat(windows).hasSize(1);

      api.show(Optional.empty());
      assertThat(children(agent)).isEqualTo(windows);

      // A window that is to be seen may not have the focus yet.
      Wait.until(
          "end of its process",
          () -> {
            desktop.screen().press("alt+F4");
            return children(agent).isEmpty();
          });
      Wait.until("word of where it went", () -> !desktop.notifications().isEmpty());
      desktop.screen().keep("window-closed");
      assertThat(home.resolve("farewell-said")).exists();
      api.show(Optional.empty());
      Wait.until("another window", () -> !desktop.screen().windows(TITLE).isEmpty());
      children(agent).forEach(ProcessHandle::destroyForcibly);
    }
  }

  private static List<ProcessHandle> children(UpkeepProcess.Started agent) {
    return agent.process().children().filter(ProcessHandle::isAlive).toList();
  }

  private UpkeepProcess.Started start(RealDesktop desktop) throws IOException {
    UpkeepProcess upkeep =
        new UpkeepProcess()
            .env("UPKEEP_HOME", home.toString())
            .env("UPKEEP_PASSPHRASE", "passphrase")
            .javaOption("-Dupkeep.launcher=" + launcher());
    desktop.environment().forEach(upkeep::env);
    return upkeep.start("agent");
  }

  private Path launcher() throws IOException {
    Path script =
        Files.writeString(
            home.resolve("launcher"),
            """
            #!/bin/sh
            exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \\
              -cp '%s' dev.upkeep.Main "$@"
            """
                .formatted(
                    Path.of(System.getProperty("java.home"), "bin", "java"),
                    System.getProperty("java.class.path")));
    Modes.set(script, "rwx------");
    return script;
  }

  private AgentApi connect() {
    return Wait.until(
        "agent",
        () -> {
          try {
            return Optional.of(ControlClient.connect(AgentPlace.in(home)));
          } catch (AgentException _) {
            return Optional.empty();
          }
        });
  }
}
