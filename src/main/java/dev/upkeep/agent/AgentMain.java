package dev.upkeep.agent;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.ControlServer;
import dev.upkeep.control.InstanceLock;
import dev.upkeep.definitions.Definitions;
import dev.upkeep.definitions.DefinitionsException;
import dev.upkeep.definitions.DefinitionsFile;
import dev.upkeep.definitions.Reading;
import dev.upkeep.history.NewerHistoryException;
import dev.upkeep.log.LogSetup;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts the keeper together: as the agent that runs until it is stopped, or for the length of one
/// command.
public final class AgentMain {
  private static final Logger LOG = LoggerFactory.getLogger(AgentMain.class);

  private AgentMain() {}

  /// A running agent. Closing it ends it, after touches that are running or some seconds.
  public interface Running extends AutoCloseable {
    AgentApi api();

    /// Completed with why, when somebody asks it to stop.
    CompletableFuture<String> stopAsked();

    @Override
    void close();
  }

  /// Begins to keep, and listens on the control socket.
  ///
  /// @param lock given up when the agent is closed, or at once if it cannot begin
  /// @param logFile in which form the log is also written to its file; empty for not at all
  /// @throws SetupException with what keeps it from beginning
  public static Running start(AgentSetup setup, InstanceLock lock, Optional<LogSetup.Form> logFile)
      throws SetupException {
    // Neither before the lock is ours nor after: the file is one agent's.
    Optional<LogSetup.Destination> log =
        logFile.map(form -> LogSetup.alsoToFile(setup.paths().logFile(), form));
    Core core =
        open(
            setup,
            true,
            () -> {
              log.ifPresent(LogSetup.Destination::close);
              lock.close();
            });
    ControlServer server = new ControlServer(lock, core.api(), Clock.systemUTC());
    try {
      server.start();
    } catch (IOException e) {
      core.close();
      throw new SetupException(
          List.of("The control socket cannot be opened: " + e.getMessage() + "."));
    }
    return new RunningAgent(core, server);
  }

  /// The same core for one command: touches only what it is asked to. Closing it gives up the lock.
  ///
  /// @throws SetupException with what keeps it from beginning
  public static AgentApi inProcess(AgentSetup setup, InstanceLock lock) throws SetupException {
    return open(setup, false, lock::close).api();
  }

  /// Opens the core.
  ///
  /// @param release run when it is closed, or at once if it cannot begin
  private static Core open(AgentSetup setup, boolean scheduled, Runnable release)
      throws SetupException {
    try {
      return Core.open(
          new Core.Plan(
              setup.paths(),
              setup.profile().orElse("default"),
              setup.label(),
              setup.version(),
              scheduled,
              setup.enabled(),
              fixed(setup.source()),
              Optional.empty(),
              release),
          SecretPlaces.of(setup),
          Clock.systemUTC());
    } catch (DefinitionsException e) {
      throw givingUp(release, new SetupException(e.problems()));
    } catch (NewerHistoryException e) {
      throw givingUp(release, new SetupException(List.of(String.valueOf(e.getMessage()))));
    } catch (SetupException e) {
      throw givingUp(release, e);
    }
  }

  private static SetupException givingUp(Runnable release, SetupException reason) {
    release.run();
    return reason;
  }

  private static Optional<Definitions> fixed(AgentSetup.Source source) throws DefinitionsException {
    return switch (source) {
      case AgentSetup.Source.OwnFile _ -> Optional.empty();
      case AgentSetup.Source.ReadOnlyFile config -> {
        Reading reading = DefinitionsFile.readOnly(config.file());
        reading.problems().forEach(LOG::warn);
        yield Optional.of(reading.definitions());
      }
      case AgentSetup.Source.Given given -> Optional.of(given(given));
    };
  }

  private static Definitions given(AgentSetup.Source.Given given) throws DefinitionsException {
    Definitions empty = Definitions.EMPTY;
    Duration interval = given.interval();
    return empty
        .with(empty.settings().with(Map.of("interval", interval.toString())))
        .put(given.databases());
  }

  private record RunningAgent(Core core, ControlServer server) implements Running {
    @Override
    public AgentApi api() {
      return core.api();
    }

    @Override
    public CompletableFuture<String> stopAsked() {
      return core.stopAsked();
    }

    @Override
    public void close() {
      server.close();
      core.close();
    }
  }
}
