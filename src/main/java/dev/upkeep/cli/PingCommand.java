package dev.upkeep.cli;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.network.OnlineCheck;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.TouchRequest;
import dev.upkeep.touch.Toucher;
import dev.upkeep.touch.Touchers;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `upkeep ping`: touches once, now, and says how it went; the script that everybody writes.
@Command(
    name = "ping",
    description = {
      "Touch databases once, now.",
      "Without a name, the database comes from UPSTASH_REDIS_URL, UPSTASH_REDIS_REST_URL and _TOKEN,"
          + " or VALKEY_URL; with none of them all defined databases are touched, and where none is"
          + " defined, a Redis on this computer is asked for a PONG."
    })
final class PingCommand implements Callable<Integer> {
  private static final int AT_ONCE = 16;

  @ParentCommand private Upkeep upkeep;

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      description = "Databases that are defined, paused ones too.")
  private List<String> names = List.of();

  @Mixin private TargetOptions options;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  PingCommand() {}

  /// One without names.
  PingCommand(Upkeep upkeep, TargetOptions options) {
    this.upkeep = upkeep;
    this.options = options;
  }

  @Override
  public Integer call() throws Exception {
    if (!names.isEmpty()) {
      return named();
    }
    Console console = upkeep.console();
    Environment environment = environment(console);
    if (!environment.enabled()) {
      sayDisabled(console);
      return ExitCode.OK.status();
    }
    boolean said = options.stdin() || EnvironmentTargets.areIn(console.environment());
    List<PingResult> defined = said ? List.of() : allDefined();
    if (!defined.isEmpty()) {
      new PingNotices(environment).send(defined, true);
      return mostUrgent(defined);
    }
    EnvironmentTargets found = options.targets(console);
    found.remarks().forEach(console::note);
    found.problems().forEach(console::note);
    List<ExitCode> codes = new ArrayList<>();
    if (!found.problems().isEmpty()) {
      codes.add(ExitCode.USAGE);
    }
    List<PingResult> results = touchAll(found.targets(), environment, codes);
    new PingNotices(environment).send(results, found.problems().isEmpty());
    return ExitCode.mostUrgent(codes).status();
  }

  /// The settings, or everything that is wrong, the database's variables included.
  private Environment environment(Console console) throws UsageException {
    try {
      return Environment.read(console.environment());
    } catch (UsageException settings) {
      List<String> problems = new ArrayList<>(settings.problems());
      problems.addAll(options.problemsInEnvironment(console));
      throw new UsageException(problems);
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

  /// Touches all, a few at a time, and prints each result as soon as it and all before it are
  /// there.
  private List<PingResult> touchAll(
      List<Target> targets, Environment environment, List<ExitCode> codes) throws Exception {
    Toucher toucher =
        Touchers.standard(
            Clock.systemUTC(),
            OnlineCheck.ofThisComputer(OnlineCheck.CONTROL_NAMES),
            Targets.hosts(targets));
    PingReport report = new PingReport(upkeep);
    List<PingResult> results = new ArrayList<>();
    if (targets.size() == 1) {
      // On this thread: to start the first virtual one takes longer than to touch.
      Target only = targets.getFirst();
      results.add(new PingResult(only, toucher.touch(request(only, environment))));
      report.print(results.getFirst());
      codes.add(ExitCode.of(results.getFirst().touch().outcome()));
      return results;
    }
    try (ExecutorService threads =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<Touch>> touches =
          targets.stream()
              .map(target -> threads.submit(() -> toucher.touch(request(target, environment))))
              .toList();
      for (int i = 0; i < touches.size(); i++) {
        PingResult result = new PingResult(targets.get(i), touches.get(i).get());
        report.print(result);
        results.add(result);
        codes.add(ExitCode.of(result.touch().outcome()));
      }
    }
    return results;
  }

  private static TouchRequest request(Target target, Environment environment) {
    return new TouchRequest(target.database(), target.secret(), environment.label());
  }

  private void sayDisabled(Console console) {
    PrintStream out = console.out();
    Instant now = console.clock().instant();
    String message = "KEEPALIVE_ENABLED is false, so nothing was touched.";
    if (upkeep.json()) {
      out.println(TouchJson.disabled(now, message).write());
    } else {
      out.println("[" + Words.instant(now) + "] Keep-alive disabled: " + message);
    }
  }
}
