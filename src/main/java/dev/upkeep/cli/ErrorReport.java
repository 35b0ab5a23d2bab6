package dev.upkeep.cli;

import dev.upkeep.cli.console.AgentProblems;
import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.NoAgentException;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.control.AgentException;
import dev.upkeep.language.CliPhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.Told;
import java.util.List;

/// What a command that could not do its work says about it.
final class ErrorReport {
  private ErrorReport() {}

  /// Says what went wrong.
  ///
  /// @return the exit status for it
  static int about(Exception e, Upkeep upkeep, Console console) {
    List<Sentence> problems;
    ExitCode code;
    switch (e) {
      case UsageException usage -> {
        problems = usage.told();
        code = ExitCode.USAGE;
      }
      case NoAgentException none -> {
        problems = List.of(Told.of(none));
        code = ExitCode.NO_AGENT;
      }
      case AgentException agent -> {
        problems = AgentProblems.of(agent);
        code = ExitCode.of(agent);
      }
      default -> {
        // Where it was, never what it says: the message of an unforeseen exception may quote
        // anything.
        problems = List.of(CliPhrase.BUG.with(e.getClass().getSimpleName()));
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
