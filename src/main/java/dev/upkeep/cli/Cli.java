package dev.upkeep.cli;

import dev.upkeep.control.AgentException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Runs one command line.
public final class Cli {
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

  /// Parses the arguments, runs the command they name, and prints what it says.
  ///
  /// @param finder of the agent; without it the commands that ask it do not exist
  /// @return the process's exit status; see [ExitCode]
  static int run(List<String> arguments, Console console, Optional<AgentAccess.Finder> finder) {
    return run(arguments, console, finder, Optional.empty());
  }

  private static int run(
      List<String> arguments,
      Console console,
      Optional<AgentAccess.Finder> finder,
      Optional<WindowFace> window) {
    Upkeep upkeep = new Upkeep(console, finder, window);
    CommandLine line = new CommandLine(upkeep);
    Subcommands.addTo(line, arguments, finder.isPresent());
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    // An argument that begins with @ is a mistake, not the name of a file with more of them.
    line.setExpandAtFiles(false);
    line.setExecutionStrategy(parsed -> {
      upkeep.startLogging();
      return new CommandLine.RunLast().execute(parsed);
    });
    line.setParameterExceptionHandler((e, args) -> complain(e, console));
    line.setExecutionExceptionHandler((e, command, parsed) -> complain(e, upkeep, console));
    int status = line.execute(arguments.toArray(String[]::new));
    return status == ExitCode.OK.status() && lost(console)
        ? ExitCode.TOUCH_FAILED.status()
        : status;
  }

  /// A result that nobody received is none: `> /dev/full` must not look like success.
  private static boolean lost(Console console) {
    boolean failed = console.out().checkError();
    if (failed) {
      console.note("Standard output could not be written.");
    }
    return failed;
  }

  private static int complain(ParameterException e, Console console) {
    console.note(sentence(e));
    return ExitCode.USAGE.status();
  }

  /// In words of ours where picocli's would repeat what was given, since that may be a connection
  /// text in the wrong place.
  private static String sentence(ParameterException e) {
    return switch (e) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched.getUnmatched());
      case MissingParameterException missing ->
          name(missing.getMissing().stream().findFirst().orElse(null)) + " needs a value.";
      case OverwrittenOptionException twice -> name(twice.getOverwritten()) + " is given twice.";
      default ->
          e.getArgSpec() != null || e.getValue() != null || e.getMessage() == null
              ? name(e.getArgSpec()) + " has a value that cannot be used."
              : e.getMessage();
    };
  }

  private static String name(@Nullable ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : "An argument";
  }

  /// An argument is quoted only if it is a plain word: a connection text or a password that was
  /// given by mistake must not be repeated.
  private static String unmatched(List<String> arguments) {
    String first = arguments.getFirst();
    if (first.contains("://") || first.contains("@")) {
      return UsageException.CONNECTION_TEXT_IN_ARGUMENTS;
    }
    return first.matches("-[A-Za-z]|--[a-z-]{2,20}|[a-z]{1,12}")
        ? "Unknown option or argument " + first + ". Try upkeep --help."
        : "Unknown option or argument. Try upkeep --help.";
  }

  private static int complain(Exception e, Upkeep upkeep, Console console) {
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
      default -> {
        // Where it was, never what it says: the message of an unforeseen exception may quote
        // anything.
        problems =
            List.of(
                "Upkeep itself failed: "
                    + e.getClass().getSimpleName()
                    + ". This is a bug. Please report it with what upkeep -v prints.");
        code = ExitCode.TOUCH_FAILED;
      }
    }
    problems.forEach(console::note);
    if (upkeep.verbose()) {
      for (Throwable t = e; t != null; t = t.getCause()) {
        console.err().println(t.getClass().getName());
        for (StackTraceElement frame : t.getStackTrace()) {
          console.err().println("    at " + frame);
        }
      }
    }
    return code.status();
  }
}
