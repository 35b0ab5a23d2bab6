package dev.upkeep.agent.desktop;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import java.util.Optional;
import java.util.UUID;

/// Shows Upkeep to the person at this computer. May block for a while.
@FunctionalInterface
public interface WindowOpener {
  /// Shows what the agent tells.
  ///
  /// @param database whose history to begin with; empty for the overview
  void show(AgentApi agent, Optional<UUID> database) throws AgentException;
}
