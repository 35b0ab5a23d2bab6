package dev.upkeep.cli;

import dev.upkeep.cli.console.AgentAccess;
import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.Environment;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.LocalAgent;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.WindowFace;
import dev.upkeep.cli.ping.EnvironmentTargets;
import dev.upkeep.log.LogSetup;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Runs one command line.
public final class Cli {
  /// As a shell has it of a program that SIGPIPE has ended.
  private static final int CLOSED_PIPE = 141;

  private Cli() {}

  /// Runs what needs no agent: `ping` of a database that nobody defined, and `doctor`.
  ///
  /// @return the process's exit status; see [ExitCode]
  public static int run(List<String> arguments, Console console) {
    return run(
        arguments, console, Optional.of(profile -> new LocalAgent(console.environment(), profile)));
  }

  /// The same, with a window to open.
  public static int run(List<String> arguments, Console console, WindowFace window) {
    return run(
        arguments,
        console,
        Optional.of(profile -> new LocalAgent(console.environment(), profile)),
        Optional.of(window));
  }

  /// Whether this command, once it has run, has left nothing that would keep the process: one that
  /// touches without an agent and its keychain.
  public static boolean endsByItself(List<String> arguments, Console console) {
    return PlainPing.of(arguments)
        .filter(ping -> ping.stdin() || EnvironmentTargets.areIn(console.environment()))
        .isPresent();
  }

  /// Parses the arguments, runs the command they name, and prints what it says.
  ///
  /// @param finder of the agent; without it the commands that ask it do not exist
  /// @return the process's exit status; see [ExitCode]
  public static int run(
      List<String> arguments, Console console, Optional<AgentAccess.Finder> finder) {
    return run(arguments, console, finder, Optional.empty());
  }

  private static int run(
      List<String> arguments,
      Console console,
      Optional<AgentAccess.Finder> finder,
      Optional<WindowFace> window) {
    int status =
        PlainPing.of(arguments)
            .map(ping -> plain(ping, console, finder))
            .or(() -> PlainStart.of(arguments).map(start -> plain(start, console, finder, window)))
            .orElseGet(() -> ParsedCommand.run(arguments, console, finder, window));
    return status == ExitCode.OK.status() && console.out().checkError() ? lost(console) : status;
  }

  private static int plain(PlainPing ping, Console console, Optional<AgentAccess.Finder> finder) {
    LogSetup.toStandardErrorWhenNeeded(Environment.logForm(console.environment()));
    Upkeep upkeep = new Upkeep(console, finder, ping.json());
    return call(() -> ping.command(upkeep).call(), upkeep, console);
  }

  private static int plain(
      PlainStart start,
      Console console,
      Optional<AgentAccess.Finder> finder,
      Optional<WindowFace> window) {
    Upkeep upkeep = ParsedCommand.upkeep(console, finder, window);
    upkeep.startLogging();
    return call(() -> start.run(upkeep), upkeep, console);
  }

  private static int call(Callable<Integer> command, Upkeep upkeep, Console console) {
    try {
      return command.call();
    } catch (Exception e) {
      return ErrorReport.about(e, upkeep, console);
    }
  }

  /// A result that nobody received is none: `> /dev/full` must not look like success. Who closed
  /// the pipe, as `| head` does, has heard enough and wants to hear nothing of that either.
  private static int lost(Console console) {
    if (console.outIsClosedPipe()) {
      return CLOSED_PIPE;
    }
    console.note("Standard output could not be written.");
    return ExitCode.TOUCH_FAILED.status();
  }
}
