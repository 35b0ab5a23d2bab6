package dev.upkeep.cli.status;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.Snapshot;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `upkeep list`: every database, in the user's order.
@Command(
    name = "list",
    description = "Show the databases, how they are doing and until when they are safe.")
public final class ListCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ListCommand() {}

  @Override
  public Integer call() throws Exception {
    Console console = upkeep.console();
    try (AgentApi agent = upkeep.agent()) {
      Snapshot snapshot = agent.snapshot();
      StatusReport report = new StatusReport(upkeep, snapshot.agent());
      if (snapshot.databases().isEmpty() && !upkeep.json()) {
        console.say(StatusHeadline.of(snapshot, console.when()));
      } else {
        report.databases(snapshot.databases());
      }
    }
    return ExitCode.OK.status();
  }
}
