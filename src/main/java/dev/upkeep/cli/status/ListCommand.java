package dev.upkeep.cli.status;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Selection;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Urgency;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `upkeep list`: the databases, the most endangered first.
@Command(
    name = "list",
    description = "Show the databases, how they are doing and until when they are safe.")
public final class ListCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @Option(names = "--tag", paramLabel = "TAG", description = "Only those with this tag.")
  private @Nullable String tag;

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
        List<DatabaseStatus> shown =
            tag == null ? snapshot.databases() : Selection.tagged(snapshot, tag);
        report.databases(Urgency.sorted(shown, console.clock().instant()));
      }
    }
    return ExitCode.OK.status();
  }
}
