package dev.upkeep.cli.console;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import java.util.Optional;

/// How a command comes by the agent it asks. Commands cannot tell whether they hold a client of a
/// running agent or the same core inside this process; each closes what it was given, which never
/// ends a running agent.
public interface AgentAccess {
  /// The agent that runs. Never takes the instance lock.
  ///
  /// @throws NoAgentException if none runs
  AgentApi running() throws NoAgentException, UsageException;

  /// The agent that runs, or, when none does, its core in this process under the instance lock. The
  /// lock is held until the result is closed, so nothing may wait for a person meanwhile.
  ///
  /// @throws NoAgentException if neither can be had: another instance holds the lock and does not
  ///   answer
  AgentApi runningOrInProcess() throws NoAgentException, UsageException;

  /// Ends the agent that runs, of whatever version.
  ///
  /// @throws NoAgentException if none runs
  void stopRunning() throws NoAgentException, UsageException, AgentException;

  /// Finds the access to the agent of one profile.
  @FunctionalInterface
  interface Finder {
    /// The access.
    ///
    /// @param profile empty for the default one
    AgentAccess of(Optional<String> profile);
  }
}
