package dev.upkeep.cli;

import dev.upkeep.agent.AgentMain;
import dev.upkeep.agent.AgentSetup;
import dev.upkeep.control.AgentInfo;
import dev.upkeep.database.Database;
import dev.upkeep.database.Secret;
import dev.upkeep.log.LogSetup;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `upkeep agent`: the keeper itself, until it is stopped.
@Command(
    name = "agent",
    description = {
      "Keep databases alive until stopped, and print every touch.",
      "With --headless, a database in the environment (see upkeep ping) is kept instead of the"
          + " defined ones; it is never stored."
    })
final class AgentCommand implements Callable<Integer> {
  private static final long CLOSING_SECONDS = 20;

  @ParentCommand private Upkeep upkeep;

  @Option(names = "--headless", description = "For servers and containers: no tray, no windows.")
  private boolean headless;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Keep the databases of this file, in the form of upkeep export with secrets as"
              + " references. It is only read.")
  private @Nullable Path config;

  @Option(
      names = "--stop-after",
      paramLabel = "N",
      description = "End after N verified touches, for trying Upkeep out.")
  private int stopAfter;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  AgentCommand() {}

  @Override
  public Integer call() throws Exception {
    Console console = upkeep.console();
    Environment environment = Environment.read(console.environment());
    AgentSetup.Source source = source(console, environment);
    LocalAgent place = upkeep.localAgent();
    CountDownLatch closed = new CountDownLatch(1);
    try (AgentMain.Running agent =
        place.start(environment.enabled(), source, logFile(environment))) {
      Thread onSignal =
          new Thread(() -> {
            agent.stopAsked().complete("Stopped by a signal.");
            await(closed);
          });
      Runtime.getRuntime().addShutdownHook(onSignal);
      TouchPrinter printer = new TouchPrinter(upkeep, stopAfter, agent.stopAsked());
      agent.api().watch(printer);
      greet(console, agent.api().snapshot().agent());
      agent.stopAsked().join();
      printer.sum(console);
      return printer.exitCode().status();
    } finally {
      closed.countDown();
    }
  }

  /// Whoever runs an agent without a desktop, or with a file of their own, also keeps its output.
  private Optional<LogSetup.Form> logFile(Environment environment) {
    return headless || config != null ? Optional.empty() : Optional.of(environment.log());
  }

  private AgentSetup.Source source(Console console, Environment environment) throws UsageException {
    if (config != null) {
      return new AgentSetup.Source.ReadOnlyFile(config);
    }
    if (!headless || !EnvironmentTargets.areIn(console.environment())) {
      return new AgentSetup.Source.OwnFile();
    }
    EnvironmentTargets found =
        EnvironmentTargets.inEnvironment(console.environment(), Optional.empty());
    if (!found.problems().isEmpty()) {
      throw new UsageException(found.problems());
    }
    found.remarks().forEach(console::note);
    Map<UUID, Secret> secrets = new HashMap<>();
    List<Database> databases =
        found.targets().stream()
            .map(target -> {
              target.secret().ifPresent(secret -> secrets.put(target.database().id(), secret));
              return target.secret().isPresent()
                  ? target.database()
                  : target
                      .database()
                      .edit()
                      .secretReference(Optional.of(Database.NO_SECRET))
                      .done();
            })
            .toList();
    return new AgentSetup.Source.Given(databases, secrets, environment.interval());
  }

  private void greet(Console console, AgentInfo agent) {
    if (!agent.enabled()) {
      console.note("KEEPALIVE_ENABLED is false, so the schedule rests.");
    }
    agent.notices().forEach(console::note);
  }

  private static void await(CountDownLatch closed) {
    try {
      // The system ends us if this takes too long; what was acknowledged is on the disk already.
      boolean _ = closed.await(CLOSING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
