package dev.upkeep.cli.console;

import dev.upkeep.agent.AgentMain;
import dev.upkeep.agent.AgentSetup;
import dev.upkeep.agent.ConfiguredDatabases;
import dev.upkeep.agent.HomeFolders;
import dev.upkeep.agent.SetupException;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.client.ControlClient;
import dev.upkeep.control.client.Start;
import dev.upkeep.control.instance.AgentPlace;
import dev.upkeep.control.instance.InstanceLock;
import dev.upkeep.database.FullStop;
import dev.upkeep.definitions.MetricsAddress;
import dev.upkeep.log.LogSetup;
import dev.upkeep.touch.Label;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The agent of this computer and profile: over its socket where it runs, else its core in this
/// process.
public final class LocalAgent implements AgentAccess {
  private static final String NONE = "No agent is running. Start one with upkeep agent.";

  private final Map<String, String> environment;
  private final Optional<String> profile;

  /// Looks where this environment says.
  ///
  /// @param profile empty for the default one
  public LocalAgent(Map<String, String> environment, Optional<String> profile) {
    this.environment = Map.copyOf(environment);
    this.profile = profile;
  }

  @Override
  public AgentApi running() throws NoAgentException, UsageException {
    try {
      return connect();
    } catch (AgentException.OtherVersion other) {
      throw new NoAgentException(message(other));
    }
  }

  @Override
  public void stopRunning() throws NoAgentException, UsageException, AgentException {
    try (ControlClient agent = connect()) {
      agent.stop();
    } catch (AgentException.OtherVersion other) {
      ControlClient.stopAnyVersion(place());
    }
  }

  private ControlClient connect()
      throws NoAgentException, UsageException, AgentException.OtherVersion {
    try {
      return ControlClient.connect(place());
    } catch (AgentException.OtherVersion other) {
      throw other;
    } catch (AgentException none) {
      throw new NoAgentException(NONE);
    }
  }

  @Override
  public AgentApi runningOrInProcess() throws NoAgentException, UsageException {
    requireOwnHome();
    return switch (begin()) {
      case Start.Running running -> running.client();
      case Start.Acquired acquired ->
          inProcess(setup(true, false, new AgentSetup.Source.OwnFile()), acquired.lock());
      case Start.OtherVersion other ->
          throw new NoAgentException(message(new AgentException.OtherVersion(other.version())));
      case Start.Busy busy -> throw new NoAgentException(busy.problem());
    };
  }

  /// Begins as an agent.
  ///
  /// @param enabled whether the schedule runs
  /// @param desktop whether to show a tray and notices
  /// @param metrics where to serve metrics, whatever the setting says
  /// @param logFile in which form the log is also written to its file; empty for not at all
  /// @throws NoAgentException if another one runs already, or holds the lock
  /// @throws UsageException with what keeps it from beginning
  public AgentMain.Running start(
      boolean enabled,
      boolean desktop,
      AgentSetup.Source source,
      Optional<MetricsAddress> metrics,
      Optional<LogSetup.Form> logFile)
      throws NoAgentException, UsageException {
    AgentSetup setup = setup(enabled, desktop, source).serving(metrics);
    if (source instanceof AgentSetup.Source.OwnFile) {
      requireOwnHome();
    }
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
          throw UsageException.of(e.told());
        }
      }
    }
  }

  /// The databases of a file, for touching them without an agent.
  ///
  /// @throws UsageException with what is wrong with the file
  public List<ConfiguredDatabases.Entry> configured(Path file)
      throws UsageException, InterruptedException {
    try {
      return ConfiguredDatabases.read(
          file, setup(true, false, new AgentSetup.Source.ReadOnlyFile(file)));
    } catch (SetupException e) {
      throw UsageException.of(e.told());
    }
  }

  private static AgentApi inProcess(AgentSetup setup, InstanceLock lock) throws UsageException {
    try {
      return AgentMain.inProcess(setup, lock);
    } catch (SetupException e) {
      throw UsageException.of(e.told());
    }
  }

  /// What is written into somebody else's home, its owner could not read.
  private void requireOwnHome() throws UsageException {
    List<String> problems =
        HomeFolders.problems(setup(true, false, new AgentSetup.Source.OwnFile()).paths());
    if (!problems.isEmpty()) {
      throw new UsageException(problems);
    }
  }

  private Start begin() throws NoAgentException, UsageException {
    try {
      return Start.at(place());
    } catch (IOException e) {
      throw new UsageException(
          FullStop.ended("The folder of Upkeep cannot be used: " + e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAgentException("Interrupted.");
    }
  }

  private AgentPlace place() throws UsageException {
    return AgentPlace.in(setup(true, false, new AgentSetup.Source.OwnFile()).stateFolder());
  }

  private AgentSetup setup(boolean enabled, boolean desktop, AgentSetup.Source source)
      throws UsageException {
    try {
      return AgentSetup.of(
          environment, profile, Label.of(environment), Version.number(), enabled, desktop, source);
    } catch (IllegalArgumentException unusable) {
      throw new UsageException(String.valueOf(unusable.getMessage()));
    }
  }

  /// Makes sure that an agent runs, of whatever version.
  public void requireRunning() throws NoAgentException, UsageException {
    try {
      ControlClient.connect(place()).close();
    } catch (AgentException.OtherVersion _) {
      // Whoever asks can deal with it.
    } catch (AgentException none) {
      throw new NoAgentException(NONE);
    }
  }

  /// Where the agent is to be found.
  public Path stateFolder() throws UsageException {
    return place().folder();
  }

  /// Whose agent it is; empty for the default.
  public Optional<String> profile() {
    return profile;
  }

  private static String message(AgentException e) {
    return String.valueOf(e.getMessage());
  }
}
