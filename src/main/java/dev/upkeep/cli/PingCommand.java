package dev.upkeep.cli;

import dev.upkeep.network.OnlineCheck;
import dev.upkeep.touch.Outcome;
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
import picocli.CommandLine.ParentCommand;

/// `upkeep ping`: touches once, now, and says how it went; the script that everybody writes.
@Command(
    name = "ping",
    description = {
      "Touch databases once, now.",
      "The database comes from UPSTASH_REDIS_URL, UPSTASH_REDIS_REST_URL and _TOKEN, or VALKEY_URL;"
          + " with none of them, a Redis on this computer is asked for a PONG."
    })
final class PingCommand implements Callable<Integer> {
  private static final int AT_ONCE = 16;

  @ParentCommand private Upkeep upkeep;

  @Mixin private TargetOptions options;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  PingCommand() {}

  @Override
  public Integer call() throws Exception {
    Console console = upkeep.console();
    Environment environment = environment(console);
    if (!environment.enabled()) {
      sayDisabled(console.out());
      return ExitCode.OK.status();
    }
    EnvironmentTargets found = options.targets(console);
    found.remarks().forEach(remark -> console.err().println("upkeep: " + remark));
    found.problems().forEach(problem -> console.err().println("upkeep: " + problem));
    List<ExitCode> codes = new ArrayList<>();
    if (!found.problems().isEmpty()) {
      codes.add(ExitCode.USAGE);
    }
    List<PingResult> results = touchAll(found.targets(), environment, console, codes);
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

  /// Touches all, a few at a time, and prints each result as soon as it and all before it are
  /// there.
  private List<PingResult> touchAll(
      List<Target> targets, Environment environment, Console console, List<ExitCode> codes)
      throws Exception {
    Toucher toucher =
        Touchers.standard(
            Clock.systemUTC(),
            OnlineCheck.ofThisComputer(OnlineCheck.CONTROL_NAMES),
            Targets.hosts(targets));
    List<PingResult> results = new ArrayList<>();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<Touch>> touches =
          targets.stream()
              .map(target ->
                  threads.submit(() ->
                      toucher.touch(
                          new TouchRequest(
                              target.database(), target.secret(), environment.label()))))
              .toList();
      for (int i = 0; i < touches.size(); i++) {
        PingResult result = new PingResult(targets.get(i), touches.get(i).get());
        print(result, console);
        results.add(result);
        codes.add(ExitCode.of(result.touch().outcome()));
      }
    }
    return results;
  }

  private void sayDisabled(PrintStream out) {
    Instant now = Instant.now();
    String message = "KEEPALIVE_ENABLED is false, so nothing was touched.";
    if (upkeep.json()) {
      out.println(TouchJson.disabled(now, message).write());
    } else {
      out.println("[" + Words.instant(now) + "] Keep-alive disabled: " + message);
    }
  }

  private void print(PingResult result, Console console) {
    if (upkeep.json()) {
      console.out().println(TouchJson.of(result.target().database(), result.touch()).write());
      return;
    }
    PrintStream stream =
        result.touch().outcome() instanceof Outcome.Alive ? console.out() : console.err();
    stream.println(PingLine.of(result));
  }
}
