package dev.upkeep.agent;

import dev.upkeep.agent.desktop.DesktopOfSystem;
import dev.upkeep.agent.desktop.LoginSwitch;
import dev.upkeep.agent.desktop.WindowProgram;
import dev.upkeep.alert.webhook.Webhook;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.Integration;
import dev.upkeep.control.instance.InstanceLock;
import dev.upkeep.control.server.ControlServer;
import dev.upkeep.database.FullStop;
import dev.upkeep.database.Secret;
import dev.upkeep.definitions.DefinitionsException;
import dev.upkeep.desktop.OwnProgram;
import dev.upkeep.language.Sentence;
import dev.upkeep.log.LogSetup;
import dev.upkeep.news.Releases;
import dev.upkeep.upstash.DeveloperApi;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

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
          List.of(
              Sentence.verbatim(
                  FullStop.ended("The control socket cannot be opened: " + e.getMessage()))));
    }
    core.tendToo(() -> {
      if (!server.tend()) {
        core.end("Another Upkeep has taken this one's place.");
      }
    });
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
    HomeFolders.close(setup.paths());
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
              FixedDefinitions.of(setup.source()),
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
              setup.metrics(),
              LoginSwitch.of(
                  System.getProperty("os.name", ""),
                  setup.environment(),
                  AgentSetup.home(setup.environment()),
                  setup.profile(),
                  OwnProgram.find(System.getProperties())),
              scheduled && !setup.desktop() ? outlets(setup.environment()) : Map.of(),
              developerApi(setup.environment()),
              Releases.ofThisBuild(DeveloperApiAddress.releases(setup.environment())),
              () -> {
                HomeFolders.close(setup.paths());
                release.run();
              }),
          SecretPlaces.of(setup),
          Clock.systemUTC());
    } catch (DefinitionsException e) {
      throw givingUp(release, new SetupException(e.told()));
    } catch (SetupException e) {
      throw givingUp(release, e);
    }
  }

  /// Made when it is wanted: most agents never ask.
  private static Supplier<DeveloperApi> developerApi(Map<String, String> environment)
      throws SetupException {
    Optional<URI> elsewhere = DeveloperApiAddress.of(environment);
    return () -> new DeveloperApi(elsewhere.orElse(DeveloperApi.ADDRESS));
  }

  /// Only where nobody sits at a desktop are addresses taken from the environment.
  private static Map<Integration, Secret> outlets(Map<String, String> environment)
      throws SetupException {
    Map<Integration, Secret> given = new HashMap<>();
    List<Sentence> problems = new ArrayList<>();
    for (Integration outlet : Integration.values()) {
      String url = environment.getOrDefault(outlet.variable(), "").strip();
      if (!url.isEmpty()) {
        given.put(outlet, Secret.of(url));
        Webhook.problem(url)
            .ifPresent(why -> problems.add(Sentence.verbatim(outlet.variable() + ": " + why)));
      }
    }
    if (!problems.isEmpty()) {
      throw new SetupException(problems);
    }
    return given;
  }

  private static SetupException givingUp(Runnable release, SetupException reason) {
    release.run();
    return reason;
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
