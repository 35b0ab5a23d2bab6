package dev.upkeep.cli.process;

import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.json.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `upkeep stop`: ends the running agent, also one that was installed before or after this version.
@Command(
    name = "stop",
    description = "End the running agent. Nothing is touched until it is started again.")
public final class StopCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  StopCommand() {}

  @Override
  public Integer call() throws Exception {
    upkeep.stopAgent();
    if (upkeep.json()) {
      upkeep.console().out().println(Json.object().put("stopped", true).build().write());
    } else {
      upkeep.console().say("The agent stops. Nothing is touched until it is started again.");
    }
    return ExitCode.OK.status();
  }
}
