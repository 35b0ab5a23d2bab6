package dev.upkeep.cli;

import dev.upkeep.cli.console.AgentAccess;
import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Suggestions;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.cli.console.WindowFace;
import dev.upkeep.cli.process.DesktopStart;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// A command line as picocli understands it.
final class ParsedCommand {
  private ParsedCommand() {}

  /// Parses the arguments, and runs the command they name.
  ///
  /// @return the exit status
  static int run(
      List<String> arguments,
      Console console,
      Optional<AgentAccess.Finder> finder,
      Optional<WindowFace> window) {
    Upkeep upkeep = upkeep(console, finder, window);
    CommandLine line = new CommandLine(upkeep);
    Subcommands.addTo(line, arguments, finder.isPresent());
    line.setOut(new PrintWriter(console.out(), true, console.out().charset()));
    line.setErr(new PrintWriter(console.err(), true, console.err().charset()));
    // An argument that begins with @ is a mistake, not the name of a file with more of them.
    line.setExpandAtFiles(false);
    line.setExecutionStrategy(parsed -> {
      upkeep.startLogging();
      return new CommandLine.RunLast().execute(parsed);
    });
    line.setParameterExceptionHandler((e, args) -> complain(e, console));
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> ErrorReport.about(e, upkeep, console));
    return line.execute(arguments.toArray(String[]::new));
  }

  /// The command above all others.
  static Upkeep upkeep(
      Console console, Optional<AgentAccess.Finder> finder, Optional<WindowFace> window) {
    return new Upkeep(console, finder, window, Optional.of(DesktopStart::orComplain));
  }

  private static int complain(ParameterException e, Console console) {
    console.note(sentence(e));
    return ExitCode.USAGE.status();
  }

  /// In words of ours where picocli's would repeat what was given, since that may be a connection
  /// text in the wrong place.
  private static String sentence(ParameterException e) {
    return switch (e) {
      case UnmatchedArgumentException unmatched ->
          unmatched(unmatched.getUnmatched(), unmatched.getCommandLine().getCommandSpec());
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
  private static String unmatched(List<String> arguments, CommandSpec command) {
    String first = arguments.getFirst();
    if (first.contains("://") || first.contains("@")) {
      return UsageException.CONNECTION_TEXT_IN_ARGUMENTS;
    }
    return first.matches("-[A-Za-z]|--[a-z-]{2,20}|[a-z]{1,12}")
        ? "Unknown option or argument " + first + "." + meant(first, known(first, command))
        : "Unknown option or argument. Try upkeep --help.";
  }

  private static Set<String> known(String wish, CommandSpec command) {
    return wish.startsWith("-") ? command.optionsMap().keySet() : command.subcommands().keySet();
  }

  /// Begins with a blank.
  static String meant(String wish, Collection<String> known) {
    List<String> closest = Suggestions.to(wish, known);
    return closest.isEmpty()
        ? " Try upkeep --help."
        : " Did you mean " + String.join(", ", closest) + "?";
  }
}
