package dev.upkeep.cli.ping;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.Environment;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Names;
import dev.upkeep.cli.console.TouchReportJson;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.cli.console.Words;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.language.Sentence;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `upkeep ping`: touches once, now, and says how it went; the script that everybody writes.
@Command(
    name = "touch",
    aliases = "ping",
    description = {
      "Touch databases once, now.",
      "Without a name, the database comes from UPSTASH_REDIS_URL, UPSTASH_REDIS_REST_URL and _TOKEN,"
          + " or VALKEY_URL; with none of them all defined databases are touched, and where none is"
          + " defined, a Redis on this computer is asked for a PONG."
    })
public final class PingCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      description = "Databases that are defined, paused ones too.")
  private List<String> names = List.of();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Touch the databases of this file, in the form of upkeep export with secrets as"
              + " references, or those NAMEs of it. It is only read, and no agent is asked.")
  private @Nullable Path config;

  @Mixin private TargetOptions options;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  public PingCommand() {}

  /// One without names.
  public PingCommand(Upkeep upkeep, TargetOptions options) {
    this.upkeep = upkeep;
    this.options = options;
  }

  @Override
  public Integer call() throws Exception {
    if (!names.isEmpty() && config == null) {
      return named();
    }
    Console console = upkeep.console();
    Environment environment = environment(console);
    if (!environment.enabled()) {
      sayDisabled(console);
      return ExitCode.OK.status();
    }
    if (config != null) {
      options.requireNone();
      List<PingResult> results = new ConfigPing(upkeep, environment.label()).touch(config, names);
      new PingNotices(environment).send(results, names.isEmpty());
      return mostUrgent(results);
    }
    boolean said = options.stdin() || EnvironmentTargets.areIn(console.environment());
    List<PingResult> defined = said ? List.of() : allDefined();
    if (!defined.isEmpty()) {
      new PingNotices(environment).send(defined, true);
      return mostUrgent(defined);
    }
    EnvironmentTargets found = options.targets(console).settled(console);
    found.remarks().forEach(remark -> console.note(remark));
    found.problems().forEach(problem -> console.note(problem));
    List<PingResult> results = new OneShot(upkeep, environment.label()).touch(found.targets());
    boolean complete = found.problems().isEmpty();
    new PingNotices(environment).send(results, complete);
    return complete ? mostUrgent(results) : ExitCode.USAGE.status();
  }

  /// The settings, or everything that is wrong, the database's variables included.
  private Environment environment(Console console) throws UsageException {
    try {
      return Environment.read(console.environment());
    } catch (UsageException settings) {
      List<Sentence> problems = new ArrayList<>(settings.told());
      problems.addAll(options.problemsInEnvironment(console));
      throw UsageException.of(problems);
    }
  }

  /// A person wants these: the environment has no say in it.
  private int named() throws Exception {
    options.requireNone();
    if (!upkeep.hasAgentAccess()) {
      throw new UsageException(
          names.stream().anyMatch(Names::isConnectionText)
              ? Names.notHere("--stdin, or in UPSTASH_REDIS_URL")
              : "No databases are defined here. Try upkeep ping --help.");
    }
    try (AgentApi agent = upkeep.agent()) {
      List<PingResult> results = AgentPing.named(agent, new Names(agent.snapshot()).all(names));
      results.forEach(new PingReport(upkeep)::print);
      return mostUrgent(results);
    }
  }

  /// Empty when nothing is defined.
  private List<PingResult> allDefined() throws Exception {
    if (!upkeep.hasAgentAccess()) {
      return List.of();
    }
    Console console = upkeep.console();
    try (AgentApi agent = upkeep.agent()) {
      List<DatabaseStatus> databases = agent.snapshot().databases();
      if (!databases.isEmpty()) {
        options.requireNone();
      }
      List<PingResult> results = AgentPing.all(agent, databases, console.clock().instant());
      results.forEach(new PingReport(upkeep)::print);
      return results;
    }
  }

  private static int mostUrgent(List<PingResult> results) {
    return ExitCode.mostUrgent(
            results.stream().map(result -> ExitCode.of(result.touch().outcome())).toList())
        .status();
  }

  private void sayDisabled(Console console) {
    PrintStream out = console.out();
    Instant now = console.clock().instant();
    String message = "KEEPALIVE_ENABLED is false, so nothing was touched.";
    if (upkeep.json()) {
      out.println(TouchReportJson.disabled(now, message).write());
    } else {
      out.println("[" + Words.instant(now) + "] Keep-alive disabled: " + message);
    }
  }
}
