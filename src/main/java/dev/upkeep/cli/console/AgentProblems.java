package dev.upkeep.cli.console;

import dev.upkeep.control.AgentException;
import java.util.List;
import java.util.Objects;

/// What to tell a person when the agent did not do what it was asked.
public final class AgentProblems {
  private AgentProblems() {}

  /// A sentence each.
  public static List<String> of(AgentException exception) {
    return switch (exception) {
      case AgentException.Refused refused -> refused.problems();
      case AgentException.Gone _, AgentException.OtherVersion _ ->
          List.of(Objects.requireNonNullElse(exception.getMessage(), "The agent is gone."));
    };
  }
}
