package dev.upkeep.bench;

import dev.upkeep.control.Touched;
import dev.upkeep.control.client.ControlClient;
import dev.upkeep.testing.Certificates;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.Wait;
import dev.upkeep.touch.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Touches a thousand databases at once, each a key of its own in one Redis over TLS, and looks at
/// how long that takes and what it leaves in memory.
public final class BurstBench {
  private static final int DATABASES = 1000;
  private static final Duration SETTLING = Duration.ofSeconds(20);

  private BurstBench() {}

  public static void main(String[] arguments) throws Exception {
    Path home = Files.createTempDirectory("upkeep-burst-bench");
    try (RedisServer redis =
        RedisServer.builder().tls(Certificates.server()).config("maxclients", "2000").start()) {
      Path config = Files.writeString(home.resolve("databases.json"), config(redis.tlsPort()));
      Program upkeep = Program.upkeep(Map.of("UPKEEP_HOME", home.toString()));
      Process agent =
          upkeep
              .with("agent", "--headless", "--config", config.toString())
              .start(ProcessBuilder.Redirect.DISCARD, ProcessBuilder.Redirect.INHERIT);
      try (ControlClient client = Wait.until("agent", () -> AgentInHome.connect(home))) {
        List<UUID> ids =
            client.snapshot().databases().stream().map(one -> one.database().id()).toList();
        // Each is touched when it is new.
        Wait.until("first touches", () -> redis.command("DBSIZE").equals("" + DATABASES));
        Thread.sleep(SETTLING);
        ProcessFigures figures = new ProcessFigures(agent.pid());
        double before = figures.pss();
        long start = System.nanoTime();
        List<Touched> touched = client.touch(ids);
        double seconds = (System.nanoTime() - start) / 1e9;
        Thread.sleep(SETTLING);
        double after = figures.pss();
        long alive =
            touched.stream().filter(one -> one.touch().outcome() instanceof Outcome.Alive).count();
        if (alive != DATABASES) {
          throw new IllegalStateException(alive + " of " + DATABASES + " are alive");
        }
        Figures.atMost("1,000 databases touched at once, TLS", seconds, "s", 5);
        Figures.atMost("the same: memory afterwards, more by", after - before, "MiB", 20);
      } finally {
        agent.destroy();
        agent.waitFor();
      }
    }
  }

  private static String config(int port) {
    return IntStream.range(0, DATABASES)
        .mapToObj(i ->
            """
            {"id": "%s", "name": "bench %d", "endpoint": {"type": "redis", "host": "localhost",\
             "port": %d, "tls": true}, "key": "upkeep:bench:%d", "caFile": "%s",\
             "interval": "30d", "secret": "none"}\
            """
                .formatted(new UUID(1, i), i, port, i, Certificates.caFile()))
        .collect(
            Collectors.joining(",", "{\"format\": 1, \"settings\": {}, \"databases\": [", "]}"));
  }
}
