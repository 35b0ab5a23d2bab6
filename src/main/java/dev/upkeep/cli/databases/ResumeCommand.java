package dev.upkeep.cli.databases;

import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Selection;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.words.When;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/// `upkeep resume`: ends the rest of databases.
@Command(name = "resume", description = "Touch databases again that were paused.")
public final class ResumeCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @Mixin private Selection chosen;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ResumeCommand() {}

  @Override
  public Integer call() throws Exception {
    chosen.require();
    try (AgentApi agent = upkeep.agent()) {
      List<DatabaseStatus> databases = chosen.of(agent.snapshot());
      agent.resume(Selection.ids(databases));
      new Changed(upkeep, agent.snapshot()).report(databases, this::sentence);
    }
    return ExitCode.OK.status();
  }

  private String sentence(DatabaseStatus status) {
    When when = upkeep.console().when();
    return "Resumed "
        + status.database().name()
        + "."
        + status.nextDue().map(at -> " Next touch " + when.futureInSentence(at) + ".").orElse("");
  }
}
