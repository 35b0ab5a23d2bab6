package dev.upkeep.cli;

import dev.upkeep.cli.console.AgentProblems;
import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.NoAgentException;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.control.AgentException;
import java.util.List;
import java.util.Objects;

/// What a command that could not do its work says about it.
final class ErrorReport {
  private ErrorReport() {}

  /// Says what went wrong.
  ///
  /// @return the exit status for it
  static int about(Exception e, Upkeep upkeep, Console console) {
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
        problems = AgentProblems.of(agent);
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
