package dev.upkeep.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `upkeep completion`: what a shell needs to complete our commands, options and values.
@Command(
    name = "completion",
    description = {
      "Print the completion for bash and zsh.",
      "For example: source <(upkeep completion)"
    })
final class CompletionCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @SuppressWarnings("NullAway.Init") // picocli sets the field
  CompletionCommand() {}

  @Override
  public Integer call() {
    CommandLine all = new CommandLine(new Upkeep(upkeep.console(), upkeep.access()));
    Subcommands.addTo(all, List.of(), upkeep.access().isPresent());
    upkeep.console().out().println(AutoComplete.bash("upkeep", all));
    return ExitCode.OK.status();
  }
}
