package dev.upkeep.window.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.client.ControlClient;
import dev.upkeep.control.instance.AgentPlace;
import dev.upkeep.testing.OtherAgent;
import dev.upkeep.window.Headless;
import dev.upkeep.window.Pages;
import dev.upkeep.window.link.OwnAgentStarter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// An agent of another version, as an update leaves one behind, and the real way to a new one.
@DisabledOnOs(OS.WINDOWS)
final class OtherVersionIT {
  @TempDir private Path home;

  @Test
  void the_window_offers_to_restart_it_and_goes_on() throws Exception {
    AgentPlace place = AgentPlace.in(home);
    Map<String, String> environment =
        Map.of(
            "PATH", String.valueOf(System.getenv("PATH")),
            "UPKEEP_HOME", home.toString(),
            "DBUS_SESSION_BUS_ADDRESS", "unix:path=" + home.resolve("no-bus"));
    OwnAgentStarter starter = new OwnAgentStarter(place, Optional.empty(), environment);
    try (OtherAgent other = new OtherAgent(home.resolve("agent.sock"))) {
      OpenWindow window = OpenWindow.on(place, new Route.Databases(), Pages.ALL, starter);
      try {
        window.until("the banner is there", () -> window.reads("of another version of Upkeep"));
        assertThat(Headless.call(() -> window.node("#touch-all").isDisabled())).isTrue();

        window.press("#banner-action");

        window.until("a new agent is seen", () -> window.has("#add-first"));
        assertThat(Headless.call(() -> window.reads("of another version of Upkeep"))).isFalse();
        assertThat(other.lines()).contains("{\"request\":\"stop\"}");
      } finally {
        window.close();
        stop(place);
      }
    }
  }

  /// The agent that was started is nobody's child here.
  private static void stop(AgentPlace place) throws Exception {
    List<ProcessHandle> started;
    try (AgentApi agent = ControlClient.connect(place)) {
      started = ProcessHandle.of(agent.snapshot().agent().pid()).stream().toList();
      agent.stop();
    }
    for (ProcessHandle process : started) {
      process.onExit().get();
    }
  }
}
