package dev.upkeep.cli.process;

import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.NoAgentException;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.control.AgentException;
import dev.upkeep.json.Json;
import dev.upkeep.process.OwnProcesses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `upkeep stop`: ends the running agent, also one that was installed before or after this version.
@Command(
    name = "stop",
    description = "End the running agent. Nothing is touched until it is started again.")
public final class StopCommand implements Callable<Integer> {
  /// An agent finishes touches that are under way.
  private static final Duration TO_END = Duration.ofSeconds(25);

  @ParentCommand private Upkeep upkeep;

  @Option(
      names = "--everything",
      hidden = true,
      description = "For installers: end every process of this program, the window among them.")
  private boolean everything;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  StopCommand() {}

  @Override
  public Integer call() throws Exception {
    if (everything) {
      stopEverything();
      return ExitCode.OK.status();
    }
    upkeep.stopAgent();
    if (upkeep.json()) {
      upkeep.console().out().println(Json.object().put("stopped", true).build().write());
    } else {
      upkeep.console().say("The agent stops. Nothing is touched until it is started again.");
    }
    return ExitCode.OK.status();
  }

  /// The agent as it wants to end, and whatever else runs from the folder of the launcher.
  private void stopEverything() throws InterruptedException {
    try {
      upkeep.stopAgent();
    } catch (NoAgentException | UsageException | AgentException noneOrSilent) {
      // What is left is ended all the same.
    }
    Path folder = Path.of(System.getProperty("upkeep.launcher", "")).getParent();
    if (folder != null && folder.isAbsolute()) {
      new OwnProcesses(folder).end(TO_END);
    }
  }
}
