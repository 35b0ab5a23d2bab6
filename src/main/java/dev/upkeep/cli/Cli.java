package dev.upkeep.cli;

import dev.upkeep.control.AgentException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Runs one command line.
public final class Cli {
  private Cli() {}

  /// Runs what needs no agent: `ping` of a database that nobody defined, and `doctor`.
  ///
  /// @return the process's exit status; see [ExitCode]
  public static int run(List<String> arguments, Console console) {
    // The one place to wire the agent: give its access here, and every command is there.
    return run(arguments, console, Optional.empty());
  }

  /// Parses the arguments, runs the command they name, and prints what it says.
  ///
  /// @param access to the agent; without it the commands that ask it do not exist
  /// @return the process's exit status; see [ExitCode]
  public static int run(List<String> arguments, Console console, Optional<AgentAccess> access) {
    Upkeep upkeep = new Upkeep(console, access);
    CommandLine line = new CommandLine(upkeep, factory());
    Subcommands.addTo(line, arguments, access.isPresent());
    // A name may begin with @; nothing in the arguments is a file to read more of them from.
    line.setExpandAtFiles(false);
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionStrategy(parsed -> {
      upkeep.startLogging();
      return new CommandLine.RunLast().execute(parsed);
    });
    line.setParameterExceptionHandler((e, args) -> complain(e, console));
    line.setExecutionExceptionHandler((e, command, parsed) -> complain(e, upkeep, console));
    return line.execute(arguments.toArray(String[]::new));
  }

  private static int complain(ParameterException e, Console console) {
    String message = e.getMessage() == null ? "The command cannot be used." : e.getMessage();
    if (e instanceof UnmatchedArgumentException unmatched) {
      message = unmatched(unmatched.getUnmatched());
    }
    console.note(message.lines().findFirst().orElse(""));
    return ExitCode.USAGE.status();
  }

  /// An argument is quoted only if it is a plain word: a connection text that was given by mistake
  /// must not be repeated.
  private static String unmatched(List<String> arguments) {
    String first = arguments.getFirst();
    if (first.contains("://") || first.contains("@")) {
      return "Connection text does not belong in the arguments, where everybody on this computer"
          + " can see it. Pass it with --stdin, or in UPSTASH_REDIS_URL.";
    }
    return first.matches("[A-Za-z0-9-]{1,40}")
        ? "Unknown option or argument " + first + ". Try upkeep --help."
        : "Unknown option or argument. Try upkeep --help.";
  }

  private static int complain(Exception e, Upkeep upkeep, Console console) throws Exception {
    List<String> problems;
    ExitCode code;
    switch (e) {
      case UsageException usage -> {
        problems = usage.problems();
        code = ExitCode.USAGE;
      }
      case NoAgentException none -> {
        problems = List.of(Objects.requireNonNullElse(none.getMessage(), "No agent runs."));
        code = ExitCode.NO_AGENT;
      }
      case AgentException agent -> {
        problems = Problems.of(agent);
        code = ExitCode.of(agent);
      }
      default -> throw e;
    }
    problems.forEach(console::note);
    if (upkeep.verbose()) {
      e.printStackTrace(console.err());
    }
    return code.status();
  }

  /// picocli makes commands by itself, through constructors without arguments.
  private static IFactory factory() {
    return CommandLine.defaultFactory();
  }
}
