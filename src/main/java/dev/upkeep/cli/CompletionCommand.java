package dev.upkeep.cli;

import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `upkeep completion`: what a shell needs to complete our commands, options and values.
@Command(
    name = "completion",
    description = {
      "Print the completion for a shell.",
      "For bash: source <(upkeep completion bash)",
      "For zsh: source <(upkeep completion zsh)",
      "For fish: upkeep completion fish | source"
    })
final class CompletionCommand implements Callable<Integer> {
  private static final String BASH = "bash";
  private static final String ZSH = "zsh";
  private static final String FISH = "fish";

  @ParentCommand private Upkeep upkeep;

  @Parameters(paramLabel = "SHELL", arity = "0..1", description = "bash, zsh or fish.")
  private String shell = BASH;

  @SuppressWarnings("NullAway.Init") // picocli sets the field
  CompletionCommand() {}

  @Override
  public Integer call() throws UsageException {
    CommandLine all = Subcommands.model(upkeep.console(), upkeep.hasAgentAccess());
    String script =
        switch (shell) {
          case BASH -> bash(all);
          case ZSH -> ZshCompletion.of(all);
          case FISH -> FishCompletion.of(all);
          default -> throw new UsageException("The shell is bash, zsh or fish.");
        };
    upkeep.console().out().print(script);
    return ExitCode.OK.status();
  }

  /// The same text from every build: picocli writes down when it made it.
  static String bash(CommandLine all) {
    return AutoComplete.bash("upkeep", all)
        .lines()
        .filter(line -> !line.startsWith("# Date:"))
        .reduce("", (text, line) -> text + line + "\n");
  }
}
