package dev.upkeep.bench;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.client.ControlClient;
import dev.upkeep.control.instance.AgentPlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Finds the agent of an `UPKEEP_HOME`.
final class AgentInHome {
  private AgentInHome() {}

  /// Empty until it answers.
  static Optional<ControlClient> connect(Path home) {
    try {
      return Files.exists(home.resolve("agent.json"))
          ? Optional.of(ControlClient.connect(AgentPlace.in(home)))
          : Optional.empty();
    } catch (AgentException notYet) {
      return Optional.empty();
    }
  }
}
