package dev.upkeep.cli;

import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `upkeep help`: the same as `--help`, for those who ask by a word.
@Command(name = "help", description = "Show the help of upkeep, or of a command.")
final class HelpCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "Which command.")
  private @Nullable String command;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  HelpCommand() {}

  @Override
  public Integer call() throws UsageException {
    CommandLine all = Subcommands.model(upkeep.console(), upkeep.hasAgentAccess());
    CommandLine wanted = command == null ? all : all.getSubcommands().get(command);
    if (wanted == null) {
      throw new UsageException(
          "There is no such command."
              + ParsedCommand.meant(
                  String.valueOf(command), Subcommands.names(upkeep.hasAgentAccess())));
    }
    wanted.usage(upkeep.console().out());
    return ExitCode.OK.status();
  }
}
