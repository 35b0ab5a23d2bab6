package dev.upkeep.cli.process;

import dev.upkeep.agent.AgentSetup;
import dev.upkeep.cli.console.Environment;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.NoAgentException;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a click on the icon does, and `upkeep` alone: shows the agent that runs, or starts one and
/// shows that.
public final class DesktopStart {
  private final Upkeep upkeep;

  public DesktopStart(Upkeep upkeep) {
    this.upkeep = upkeep;
  }

  /// Shows Upkeep if there is a desktop.
  ///
  /// @throws UsageException if there is none
  public static int orComplain(Upkeep upkeep)
      throws NoAgentException, UsageException, AgentException {
    if (isPossible(System.getProperty("os.name", ""), upkeep.console().environment())) {
      return new DesktopStart(upkeep).run();
    }
    throw Upkeep.commandMissing();
  }

  /// Whether there is a desktop to show anything on.
  ///
  /// @param osName as in the system property `os.name`
  public static boolean isPossible(String osName, Map<String, String> environment) {
    String os = osName.toLowerCase(Locale.ROOT);
    return os.startsWith("windows")
        || os.startsWith("mac")
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()
        || !environment.getOrDefault("DISPLAY", "").isEmpty();
  }

  public int run() throws NoAgentException, UsageException, AgentException {
    if (showsRunning()) {
      return ExitCode.OK.status();
    }
    if (IconProgram.takesOver(System.getProperties(), upkeep.console().environment())) {
      return ExitCode.OK.status();
    }
    Environment environment = Environment.read(upkeep.console().environment());
    AgentRun run =
        new AgentRun(
            environment.enabled(),
            true,
            new AgentSetup.Source.OwnFile(),
            Optional.empty(),
            Optional.of(environment.log()),
            0);
    try {
      return run.until(upkeep, DesktopStart::show);
    } catch (NoAgentException other) {
      // Two clicks at once: the other one was faster.
      if (showsRunning()) {
        return ExitCode.OK.status();
      }
      throw other;
    }
  }

  private boolean showsRunning() throws UsageException, AgentException {
    try (AgentApi agent = upkeep.runningAgent()) {
      show(agent);
      return true;
    } catch (NoAgentException none) {
      return false;
    }
  }

  private static void show(AgentApi agent) throws AgentException {
    agent.show(Optional.empty());
  }
}
