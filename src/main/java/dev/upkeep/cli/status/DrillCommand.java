package dev.upkeep.cli.status;

import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.control.AgentApi;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `upkeep drill`: what if this computer died today.
@Command(
    name = "drill",
    description = {
      "Say what would become of each database if this computer died today: until when it is safe"
          + " without it, and who else was seen to keep it.",
      "Asks nobody and changes nothing; upkeep status --if-off looks at a time that ends."
    })
public final class DrillCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @SuppressWarnings("NullAway.Init") // picocli sets the field
  DrillCommand() {}

  @Override
  public Integer call() throws Exception {
    try (AgentApi agent = upkeep.agent()) {
      new OutlookReport(upkeep).tell(agent.snapshot().databases(), Optional.empty());
    }
    return ExitCode.OK.status();
  }
}
