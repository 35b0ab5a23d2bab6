package dev.upkeep.cli.process;

import dev.upkeep.agent.AgentSetup;
import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.Environment;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.cli.ping.EnvironmentTargets;
import dev.upkeep.cli.ping.Target;
import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseEdit;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.definitions.MetricsAddress;
import dev.upkeep.log.LogSetup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `upkeep agent`: the keeper itself, until it is stopped.
@Command(
    name = "agent",
    description = {
      "Keep databases alive until stopped, and print every touch.",
      "With --headless or --environment, a database in the environment (see upkeep ping) is kept instead of the"
          + " defined ones; it is never stored."
    })
public final class AgentCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @Option(names = "--headless", description = "For servers and containers: no tray, no windows.")
  private boolean headless;

  @Option(
      names = "--environment",
      description = "Keep the database of the environment, on a desktop too.")
  private boolean fromEnvironment;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Keep the databases of this file, in the form of upkeep export with secrets as"
              + " references. It is only read.")
  private @Nullable Path config;

  @Option(
      names = "--metrics",
      paramLabel = "HOST:PORT",
      description =
          "Serve metrics (/metrics, for Prometheus) and health (/healthz) over HTTP there, whatever"
              + " the setting metrics.address says. HOST is an IP address; :9464 is for this"
              + " computer alone.")
  private @Nullable String metrics;

  @Option(
      names = "--stop-after",
      paramLabel = "N",
      description = "End after N verified touches, for trying Upkeep out.")
  private int stopAfter;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  AgentCommand() {}

  /// One without options, which picocli has no part in.
  public AgentCommand(Upkeep upkeep) {
    this.upkeep = upkeep;
  }

  @Override
  public Integer call() throws Exception {
    Console console = upkeep.console();
    Environment environment = Environment.read(console.environment());
    AgentRun run =
        new AgentRun(
            environment.enabled(),
            !headless,
            source(console, environment),
            metrics(),
            logFile(environment),
            stopAfter);
    return run.until(upkeep, agent -> {});
  }

  private Optional<MetricsAddress> metrics() throws UsageException {
    if (metrics == null) {
      return Optional.empty();
    }
    Optional<MetricsAddress> address = MetricsAddress.parse(metrics);
    if (address.isEmpty()) {
      throw new UsageException("--metrics " + MetricsAddress.EXPECTED);
    }
    return address;
  }

  /// Whoever runs an agent without a desktop, or with a file of their own, also keeps its output.
  private Optional<LogSetup.Form> logFile(Environment environment) {
    return headless || fromEnvironment || config != null
        ? Optional.empty()
        : Optional.of(environment.log());
  }

  private AgentSetup.Source source(Console console, Environment environment) throws UsageException {
    if (config != null) {
      return new AgentSetup.Source.ReadOnlyFile(config);
    }
    boolean ofEnvironment = fromEnvironment || headless;
    if (!ofEnvironment || !EnvironmentTargets.areIn(console.environment())) {
      return new AgentSetup.Source.OwnFile();
    }
    EnvironmentTargets found =
        EnvironmentTargets.inEnvironment(console.environment(), Optional.empty()).settled(console);
    if (!found.problems().isEmpty()) {
      throw UsageException.of(found.problems());
    }
    found.remarks().forEach(remark -> console.note(remark));
    Map<UUID, Secret> secrets = new HashMap<>();
    List<Database> databases = new ArrayList<>();
    for (Target target : found.targets()) {
      UUID id = lastingId(target.database().endpoint());
      DatabaseEdit edit = target.database().edit().id(id);
      target
          .secret()
          .ifPresentOrElse(
              secret -> secrets.put(id, secret),
              () -> edit.secretReference(Optional.of(Database.NO_SECRET)));
      databases.add(edit.done());
    }
    return new AgentSetup.Source.Given(databases, secrets, environment.interval());
  }

  /// The same endpoint has the same identity in every run, so that its history goes on.
  private static UUID lastingId(Endpoint endpoint) {
    return UUID.nameUUIDFromBytes(endpoint.display().getBytes(StandardCharsets.UTF_8));
  }
}
