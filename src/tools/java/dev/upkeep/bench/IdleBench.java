package dev.upkeep.bench;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.client.ControlClient;
import dev.upkeep.testing.RealDesktop;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the agent costs while nothing is to be done, with its icon in a real panel and no window,
/// beside a process in Node that has a schedule, too.
public final class IdleBench {
  private static final Duration SETTLING = Duration.ofSeconds(60);
  private static final Duration SWITCHES = Duration.ofSeconds(30);
  private static final int MEMORY_SAMPLES = 5;

  private IdleBench() {}

  /// Measures.
  ///
  /// @param arguments for how many minutes to watch the processor; 10 by default
  public static void main(String[] arguments) throws Exception {
    int minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
    Path home = Files.createTempDirectory("upkeep-idle-bench");
    try (RealDesktop desktop = RealDesktop.start();
        RedisServer redis = RedisServer.builder().password("s3cret").start()) {
      desktop.startPanel();
      Map<String, String> environment = new HashMap<>(desktop.environment());
      environment.put("UPKEEP_HOME", home.toString());
      environment.put("UPKEEP_PASSPHRASE", "bench");
      add(Program.upkeep(environment), redis);
      Process agent = Program.upkeep(environment).with("agent").start();
      Optional<Program> program =
          Program.peer("scheduler.js", Map.of("UPSTASH_REDIS_URL", redis.url()));
      Optional<Process> peer =
          program.isPresent() ? Optional.of(program.get().start()) : Optional.empty();
      try (ControlClient client = Wait.until("agent", () -> AgentInHome.connect(home))) {
        Wait.until("first touch", () -> touched(client));
        Thread.sleep(SETTLING);
        measure(new ProcessFigures(agent.pid()), peer, minutes);
      } finally {
        agent.destroy();
        agent.waitFor();
        peer.ifPresent(Process::destroy);
      }
    }
  }

  private static void measure(ProcessFigures agent, Optional<Process> peer, int minutes)
      throws IOException, InterruptedException {
    // Freshly written files count as the writer's memory until then.
    new ProcessBuilder("sync").start().waitFor();
    if (peer.isEmpty()) {
      Figures.atMost("agent idle, tray on: memory (PSS)", memory(agent), "MiB", 57);
    } else {
      Figures.against(
          "agent idle, tray on: memory (PSS)",
          memory(agent),
          memory(new ProcessFigures(peer.get().pid())),
          "MiB",
          1.0);
      Figures.against(
          "the same: private dirty",
          agent.privateDirty(),
          new ProcessFigures(peer.get().pid()).privateDirty(),
          "MiB",
          1.8);
    }
    long switches = agent.contextSwitches();
    Thread.sleep(SWITCHES);
    Figures.atMost(
        "agent idle: context switches in 30 s",
        (double) (agent.contextSwitches() - switches),
        "",
        30);
    long cpu = agent.cpuMillis();
    Thread.sleep(Duration.ofMinutes(minutes));
    Figures.atMost(
        "agent idle: processor over " + minutes + " min",
        100.0 * (agent.cpuMillis() - cpu) / Duration.ofMinutes(minutes).toMillis(),
        "%",
        0.03);
  }

  private static double memory(ProcessFigures process) throws IOException, InterruptedException {
    List<Double> samples = new ArrayList<>();
    for (int i = 0; i < MEMORY_SAMPLES; i++) {
      samples.add(process.pss());
      Thread.sleep(Duration.ofSeconds(1));
    }
    samples.sort(Double::compare);
    return samples.get(MEMORY_SAMPLES / 2);
  }

  private static void add(Program upkeep, RedisServer redis)
      throws IOException, InterruptedException {
    Program add = upkeep.with("add", "shop");
    ProcessBuilder builder = new ProcessBuilder(add.command());
    builder.environment().putAll(add.environment());
    Process process =
        builder
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var in = process.outputWriter()) {
      in.write(redis.url());
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("upkeep add ended with " + process.exitValue());
    }
  }

  private static Optional<Boolean> touched(ControlClient client) {
    try {
      return client.snapshot().databases().getFirst().last().map(touch -> true);
    } catch (AgentException e) {
      throw new IllegalStateException(e);
    }
  }
}
