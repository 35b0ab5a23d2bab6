package dev.upkeep.cli;

import dev.upkeep.log.LogSetup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `upkeep` itself: the options that every command has.
@Command(
    name = "upkeep",
    description = "Keeps free-tier Upstash Redis databases alive.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything alive, or nothing to do",
      "1:a touch failed",
      "2:the command or the configuration cannot be used",
      "4:a credential could not be read from where it is kept",
      "5:this computer is offline"
    },
    subcommands = {PingCommand.class, DoctorCommand.class})
final class Upkeep implements Runnable {
  private final Console console;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print JSON, one object a line, with stable names.")
  private boolean json;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Log more, with the stack traces of failures.")
  private boolean verbose;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets spec
  Upkeep(Console console) {
    this.console = console;
  }

  Console console() {
    return console;
  }

  boolean json() {
    return json;
  }

  boolean verbose() {
    return verbose;
  }

  void startLogging() {
    LogSetup.toStandardError(Environment.logForm(console.environment()), verbose);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "A command is missing: try upkeep ping, or upkeep --help.");
  }
}
