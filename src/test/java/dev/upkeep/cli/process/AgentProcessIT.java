package dev.upkeep.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.UpkeepProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The agent as a process: started, doubled, killed, and asked by other processes.
final class AgentProcessIT {
  private static final String PASSWORD = "c4n4ry-Pa55word";
  private static final int RACES = Integer.getInteger("upkeep.races", 5);
  private static final int KILLS = Integer.getInteger("upkeep.kills", 5);

  @TempDir private Path home;

  private RedisServer redis;

  @BeforeEach
  void start() {
    redis = RedisServer.builder().password(PASSWORD).start();
  }

  @AfterEach
  void stop() {
    redis.close();
  }

  private UpkeepProcess upkeep() {
    return new UpkeepProcess()
        .env("UPKEEP_HOME", home.toString())
        .env("UPKEEP_PASSPHRASE", "c4n4ry-passphrase")
        .env("UPKEEP_LABEL", "test");
  }

  private UpkeepProcess.Result add(String name) throws InterruptedException {
    return upkeep().stdin(redis.url()).run("add", name, "--every", "1m");
  }

  private static void until(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(50);
    }
  }

  private void untilAnswers() throws InterruptedException {
    until("the agent answers", () -> Files.exists(home.resolve("agent.json")));
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (upkeep().run("status").exitCode() != 0) {
      assertThat(System.nanoTime()).as("the agent answers").isLessThan(end);
    }
  }

  @Test
  void an_agent_keeps_answers_and_stops_and_nothing_it_writes_holds_a_secret() throws Exception {
    assertThat(add("shop").exitCode()).isZero();
    try (UpkeepProcess.Started agent =
        upkeep()
            .javaOption("-Xlog:class+load:file=" + home.resolve("classes.log"))
            .start("agent", "--headless")) {
      untilAnswers();
      UpkeepProcess.Result ping = upkeep().run("ping", "shop");
      UpkeepProcess.Result status = upkeep().run("status", "--json");
      UpkeepProcess.Result history = upkeep().run("history", "--format", "csv");
      UpkeepProcess.Result stop = upkeep().run("stop");
      UpkeepProcess.Result end = agent.await();

      assertThat(ping.exitCode()).as(ping.everything()).isZero();
      assertThat(status.out()).contains("\"type\":\"agent\"", "\"state\":\"alive\"");
      assertThat(stop.exitCode()).as(stop.everything()).isZero();
      assertThat(end.exitCode()).as(end.everything()).isZero();
      assertThat(end.out()).contains("Upstash Redis keep-alive: PONG");
      for (UpkeepProcess.Result result : List.of(ping, status, history, stop, end)) {
        assertThat(result.everything()).doesNotContain("c4n4ry");
      }
    }
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("c4n4ry");
      }
    }
    assertThat(Files.readString(home.resolve("classes.log")))
        .contains("dev.upkeep.agent.Agent ")
        .doesNotContain(
            " javafx.",
            " java.awt.",
            " io.prometheus.",
            ".httpserver.",
            " jakarta.",
            " org.eclipse.angus.",
            " dev.upkeep.alert.mail.",
            " dev.upkeep.upstash.ListingReader");
  }

  @Test
  void of_two_agents_that_start_at_once_one_runs_and_the_other_says_so() throws Exception {
    assertThat(add("shop").exitCode()).isZero();
    for (int race = 0; race < RACES; race++) {
      try (UpkeepProcess.Started one = upkeep().start("agent", "--headless");
          UpkeepProcess.Started two = upkeep().start("agent", "--headless")) {
        until("one gives up", () -> !one.process().isAlive() || !two.process().isAlive());
        boolean firstWon = one.process().isAlive();
        UpkeepProcess.Started winner = firstWon ? one : two;
        UpkeepProcess.Started loser = firstWon ? two : one;

        UpkeepProcess.Result lost = loser.await();

        assertThat(lost.exitCode()).as(lost.everything()).isEqualTo(3);
        assertThat(lost.err()).contains("running already");
        assertThat(upkeep().run("stop").exitCode()).isZero();
        assertThat(winner.await().exitCode()).isZero();
      }
    }
  }

  @Test
  void an_agent_and_twenty_additions_at_once_all_succeed() throws Exception {
    try (UpkeepProcess.Started agent = upkeep().start("agent", "--headless")) {
      List<UpkeepProcess.Started> additions = new ArrayList<>();
      for (int n = 0; n < 20; n++) {
        additions.add(upkeep().stdin(redis.url()).start("add", "shop-" + n, "--every", "1h"));
      }
      for (UpkeepProcess.Started addition : additions) {
        UpkeepProcess.Result result = addition.await();
        assertThat(result.exitCode()).as(result.everything()).isZero();
      }
      untilAnswers();
      assertThat(upkeep().run("list", "--json").out()).hasLineCount(20);
      assertThat(upkeep().run("stop").exitCode()).isZero();
      assertThat(agent.await().exitCode()).isZero();
    }
  }

  @Test
  void after_a_kill_at_any_moment_the_next_start_works_and_has_what_was_acknowledged()
      throws Exception {
    long seed = Long.getLong("upkeep.seed", System.nanoTime());
    System.out.println("AgentProcessIT: upkeep.seed=" + seed);
    Random random = new Random(seed);
    assertThat(add("shop").exitCode()).isZero();
    int acknowledged = 1;
    for (int kill = 0; kill < KILLS; kill++) {
      try (UpkeepProcess.Started agent = upkeep().start("agent", "--headless")) {
        untilAnswers();
        for (int n = 1 + random.nextInt(2); n > 0; n--) {
          UpkeepProcess.Result ping = upkeep().run("ping", "shop");
          assertThat(ping.exitCode()).as(ping.everything()).isZero();
          acknowledged++;
        }
        Thread.sleep(random.nextInt(50));
        agent.kill();
      }
      assertThat(historyLines()).as("seed " + seed).isGreaterThanOrEqualTo(acknowledged);
    }
  }

  private long historyLines() throws InterruptedException, IOException {
    UpkeepProcess.Result history = upkeep().run("history", "--format", "json", "--limit", "1000");
    assertThat(history.exitCode()).as(history.everything()).isZero();
    return history.out().lines().count();
  }
}
