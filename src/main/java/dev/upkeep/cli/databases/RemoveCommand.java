package dev.upkeep.cli.databases;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Input;
import dev.upkeep.cli.console.Selection;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.database.Database;
import dev.upkeep.json.Json;
import dev.upkeep.language.CliPhrase;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `upkeep remove`: forgets databases.
@Command(
    name = "remove",
    description = {
      "Forget databases. They are not kept alive any longer, and their secrets are deleted at once; for 7 days,"
          + " upkeep restore brings them back."
    })
public final class RemoveCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @Mixin private Selection chosen;

  @Option(names = "--yes", description = "Do not ask before all are removed.")
  private boolean yes;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  RemoveCommand() {}

  @Override
  public Integer call() throws Exception {
    chosen.require();
    Console console = upkeep.console();
    boolean ask = chosen.all() && !yes && console.terminal().interactive();
    if (ask && !Input.confirmed(console, "Remove all databases?")) {
      console.note(CliPhrase.NOTHING_REMOVED.with());
      return ExitCode.OK.status();
    }
    try (AgentApi agent = upkeep.agent()) {
      List<DatabaseStatus> databases = chosen.of(agent.snapshot());
      agent.remove(Selection.ids(databases));
      boolean gone = forget(agent, databases, console);
      databases.forEach(status -> print(status.database(), console));
      return (gone ? ExitCode.OK : ExitCode.SECRET_STORE).status();
    }
  }

  /// A removal by a command is final at once: it is done when the secrets are gone, too.
  private static boolean forget(AgentApi agent, List<DatabaseStatus> databases, Console console)
      throws AgentException {
    try {
      agent.forget(Selection.ids(databases));
      return true;
    } catch (AgentException.Refused e) {
      e.told().forEach(console::note);
      return false;
    }
  }

  private void print(Database database, Console console) {
    if (upkeep.json()) {
      console
          .out()
          .println(
              Json.object()
                  .put("id", database.id().toString())
                  .put("database", database.name())
                  .put("removed", true)
                  .build()
                  .write());
    } else {
      console.say(CliPhrase.REMOVED.with(database.name()));
    }
  }
}
