package dev.upkeep.cli;

import dev.upkeep.agent.AgentMain;
import dev.upkeep.agent.AgentSetup;
import dev.upkeep.agent.SetupException;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentPlace;
import dev.upkeep.control.ControlClient;
import dev.upkeep.control.InstanceLock;
import dev.upkeep.control.Start;
import dev.upkeep.log.LogSetup;
import dev.upkeep.touch.Label;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The agent of this computer and profile: over its socket where it runs, else its core in this
/// process.
final class LocalAgent implements AgentAccess {
  private final Map<String, String> environment;
  private final List<String> arguments;

  /// Looks where these arguments and this environment say.
  LocalAgent(List<String> arguments, Map<String, String> environment) {
    this.arguments = List.copyOf(arguments);
    this.environment = Map.copyOf(environment);
  }

  @Override
  public AgentApi running() throws NoAgentException, UsageException {
    try {
      return ControlClient.connect(place());
    } catch (AgentException.OtherVersion other) {
      throw new NoAgentException(message(other));
    } catch (AgentException none) {
      throw new NoAgentException("No agent is running. Start one with upkeep agent.");
    }
  }

  @Override
  public AgentApi runningOrInProcess() throws NoAgentException, UsageException {
    return switch (begin()) {
      case Start.Running running -> running.client();
      case Start.Acquired acquired ->
          inProcess(setup(true, new AgentSetup.Source.OwnFile()), acquired.lock());
      case Start.OtherVersion other ->
          throw new NoAgentException(message(new AgentException.OtherVersion(other.version())));
      case Start.Busy busy -> throw new NoAgentException(busy.problem());
    };
  }

  /// Begins as an agent.
  ///
  /// @param logFile in which form its log is also written to a file; empty for not at all
  /// @throws NoAgentException if another one runs already, or holds the lock
  /// @throws UsageException with what keeps it from beginning
  AgentMain.Running start(
      boolean enabled, AgentSetup.Source source, Optional<LogSetup.Form> logFile)
      throws NoAgentException, UsageException {
    AgentSetup setup = setup(enabled, source);
    switch (begin()) {
      case Start.Running running -> {
        running.client().close();
        throw new NoAgentException("An agent is running already. See upkeep status.");
      }
      case Start.OtherVersion other ->
          throw new NoAgentException(message(new AgentException.OtherVersion(other.version())));
      case Start.Busy busy -> throw new NoAgentException(busy.problem());
      case Start.Acquired acquired -> {
        try {
          return AgentMain.start(setup, acquired.lock(), logFile);
        } catch (SetupException e) {
          throw new UsageException(e.problems());
        }
      }
    }
  }

  private static AgentApi inProcess(AgentSetup setup, InstanceLock lock) throws UsageException {
    try {
      return AgentMain.inProcess(setup, lock);
    } catch (SetupException e) {
      throw new UsageException(e.problems());
    }
  }

  private Start begin() throws NoAgentException, UsageException {
    try {
      return Start.at(place());
    } catch (IOException e) {
      throw new UsageException("The folder of Upkeep cannot be used: " + e.getMessage() + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAgentException("Interrupted.");
    }
  }

  private AgentPlace place() throws UsageException {
    return AgentPlace.in(setup(true, new AgentSetup.Source.OwnFile()).stateFolder());
  }

  private AgentSetup setup(boolean enabled, AgentSetup.Source source) throws UsageException {
    try {
      return AgentSetup.of(
          environment, profile(), Label.of(environment), Version.number(), enabled, source);
    } catch (IllegalArgumentException unusable) {
      throw new UsageException(String.valueOf(unusable.getMessage()));
    }
  }

  /// From `--profile`, else from `UPKEEP_PROFILE`.
  private Optional<String> profile() {
    String name = environment.getOrDefault("UPKEEP_PROFILE", "").strip();
    for (int i = 0; i < arguments.size() && !arguments.get(i).equals("--"); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--profile") && i + 1 < arguments.size()) {
        name = arguments.get(i + 1);
      } else if (argument.startsWith("--profile=")) {
        name = argument.substring("--profile=".length());
      }
    }
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  private static String message(AgentException e) {
    return String.valueOf(e.getMessage());
  }
}
