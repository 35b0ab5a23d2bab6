package dev.upkeep.cli;

import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.process.AgentCommand;
import java.util.List;
import java.util.Optional;

/// `upkeep` and `upkeep agent` without options, as icons and logins call them. What runs then stays
/// for weeks, so the parser of everything else is not loaded for one word.
enum PlainStart {
  ICON,
  AGENT;

  /// Understands these two.
  ///
  /// @return empty for everything else, right or wrong: that is for the real parser
  static Optional<PlainStart> of(List<String> arguments) {
    if (arguments.isEmpty()) {
      return Optional.of(ICON);
    }
    return arguments.equals(List.of("agent")) ? Optional.of(AGENT) : Optional.empty();
  }

  /// Runs until it is stopped, or something that runs already was shown.
  ///
  /// @return the exit status
  int run(Upkeep upkeep) throws Exception {
    return switch (this) {
      case ICON -> upkeep.call();
      case AGENT -> new AgentCommand(upkeep).call();
    };
  }
}
