package dev.upkeep.agent;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.ControlServer;
import dev.upkeep.control.InstanceLock;
import dev.upkeep.definitions.Definitions;
import dev.upkeep.definitions.DefinitionsException;
import dev.upkeep.definitions.DefinitionsFile;
import dev.upkeep.definitions.Reading;
import dev.upkeep.desktop.OwnProgram;
import dev.upkeep.history.NewerHistoryException;
import dev.upkeep.log.LogSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Puts the keeper together: as the agent that runs until it is stopped, or for the length of one
/// command.
public final class AgentMain {

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
              setup.isStandalone(),
              fixed(setup.source()),
              scheduled && setup.desktop()
                  ? Optional.of(
                      DesktopOfSystem.of(
                          System.getProperty("os.name", ""),
                          setup.environment(),
                          new WindowProgram(
                              OwnProgram.find(System.getProperties()),
                              setup.profile(),
                              setup.environment())))
                  : Optional.empty(),
              LoginSwitch.of(
                  System.getProperty("os.name", ""),
                  setup.environment(),
                  AgentSetup.home(setup.environment()),
                  setup.profile(),
                  OwnProgram.find(System.getProperties())),
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

  private static Optional<Definitions> fixed(AgentSetup.Source source)
      throws DefinitionsException, SetupException {
    return switch (source) {
      case AgentSetup.Source.OwnFile _ -> Optional.empty();
      case AgentSetup.Source.ReadOnlyFile config -> {
        Reading reading = DefinitionsFile.readOnly(config.file());
        requireWhole(reading, config.file());
        yield Optional.of(reading.definitions());
      }
      case AgentSetup.Source.Given given -> Optional.of(given(given));
    };
  }

  /// On a server nobody reads the log: a database that is passed over would rest until it is
  /// archived. Our own file is another matter, since there the others must go on.
  private static void requireWhole(Reading reading, Path file) throws SetupException {
    if (!reading.problems().isEmpty()) {
      List<String> problems = new ArrayList<>(reading.problems());
      problems.add("Correct " + file + "; it is only read, and nothing was begun.");
      throw new SetupException(problems);
    }
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
