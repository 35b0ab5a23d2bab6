package dev.upkeep.cli.console;

import dev.upkeep.control.AgentException;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.Told;
import java.util.List;

/// What to tell a person when the agent did not do what it was asked.
public final class AgentProblems {
  private AgentProblems() {}

  /// A sentence each.
  public static List<Sentence> of(AgentException exception) {
    return switch (exception) {
      case AgentException.Refused refused -> refused.told();
      case AgentException.Gone _, AgentException.OtherVersion _ -> List.of(Told.of(exception));
    };
  }
}
