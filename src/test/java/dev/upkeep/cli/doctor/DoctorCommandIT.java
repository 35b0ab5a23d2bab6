package dev.upkeep.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.CliAgent;
import dev.upkeep.cli.console.CliRun;
import dev.upkeep.control.Integration;
import dev.upkeep.database.Secret;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
import dev.upkeep.testing.Certificates;
import dev.upkeep.testing.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DoctorCommandIT {
  private static final String PASSWORD = "c4n4ry-Pa55word";

  private static List<String> steps(Json.Obj touch) {
    return touch.array("steps").orElseThrow().stream()
        .map(step -> step.asObject().orElseThrow())
        .map(s -> s.string("rung").orElseThrow() + " " + s.string("result").orElseThrow())
        .toList();
  }

  @Test
  void every_rung_is_shown_with_its_time_and_the_secret_as_dots() {
    try (RedisServer redis =
        RedisServer.builder().password(PASSWORD).tls(Certificates.server()).start()) {
      CliRun.Result result =
          new CliRun()
              .env("UPSTASH_REDIS_URL", redis.tlsUrl())
              .env("KEEPALIVE_INTERVAL", "0.5")
              .run("doctor", "--ca-file", Certificates.caFile().toString());

      assertThat(result.exitCode()).as(result.everything()).isZero();
      assertThat(result.out())
          .contains(
              "UPSTASH_REDIS_URL", ":••••@localhost:", "KEEPALIVE_INTERVAL", "0.5", "days left")
          .contains("TLSv1.3, TLS_", " for localhost", ", standalone, master")
          .containsSubsequence(
              "ok     text understood",
              "ok     name resolved",
              "ok     TCP connected",
              "ok     TLS established",
              "ok     authenticated",
              "ok     PING answered",
              "ok     key written",
              "ok     key read back",
              "ok     server asked",
              "Alive: write verified")
          .doesNotContain(PASSWORD);
    }
  }

  @Test
  void at_the_first_rung_that_fails_it_says_what_to_do() throws JsonException {
    try (RedisServer redis = RedisServer.builder().password("other").start()) {
      CliRun run = new CliRun().stdin("redis://default:" + PASSWORD + "@127.0.0.1:" + redis.port());

      CliRun.Result text = run.run("doctor", "--stdin");
      CliRun.Result json = run.run("doctor", "--stdin", "--json");

      assertThat(text.exitCode()).isEqualTo(1);
      assertThat(text.out())
          .containsSubsequence("FAIL   authenticated", "-      PING answered", "What to do: ")
          .doesNotContain(PASSWORD);
      List<String> lines = json.out().lines().toList();
      assertThat(lines).hasSize(8);
      assertThat(lines.subList(1, 7)).allMatch(line -> line.startsWith("{\"type\":\"step\","));
      assertThat(steps(Json.parse(lines.get(7)).asObject().orElseThrow()))
          .containsExactly(
              "name reached",
              "tcp reached",
              "authenticated failed",
              "ping notTried",
              "write notTried",
              "readBack notTried");
    }
  }

  @Test
  void a_write_that_was_done_without_is_told_apart_from_a_failure() throws JsonException {
    try (RedisServer redis =
        RedisServer.builder().aclUser("reader on >pw ~* +@read +ping").start()) {
      redis.command(
          "SET", "upkeep:last-touch", Instant.now().minus(Duration.ofDays(1)) + " elsewhere");

      CliRun.Result result =
          new CliRun()
              .stdin("redis://reader:pw@127.0.0.1:" + redis.port())
              .run("doctor", "--stdin", "--json");

      assertThat(result.exitCode()).isZero();
      assertThat(
              steps(Json.parse(result.out().lines().toList().getLast()).asObject().orElseThrow()))
          .endsWith("ping reached", "write doneWithout", "readBack reached");
    }
  }

  @Test
  void what_cannot_be_used_is_told_with_the_environment() {
    CliRun.Result result =
        new CliRun().env("UPSTASH_REDIS_URL", "x").env("KEEPALIVE_ENABLED", "maybe").run("doctor");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).contains("FAIL   KEEPALIVE_ENABLED", "FAIL   UPSTASH_REDIS_URL");
  }

  @Test
  void with_nothing_configured_it_says_that_a_local_redis_is_assumed() {
    CliRun.Result result = new CliRun().run("doctor");

    assertThat(result.out()).contains("redis://localhost:6379", "default");
  }

  @Test
  void a_running_agent_is_shown_with_its_databases_and_a_missing_one_is_said() {
    CliRun.Result with = CliRun.asking(new CliAgent()).run("doctor");
    CliRun.Result without = new CliRun().run("doctor");

    assertThat(with.out()).contains("Agent ", "running since");
    assertThat(without.out()).contains("Agent", "none runs");
  }

  @Test
  void a_delivery_that_failed_is_told_and_a_reason_to_fail() {
    CliAgent agent = new CliAgent();
    agent.outlets.urls.put(Integration.HEARTBEAT, Secret.of("https://hc-ping.com/c4n4ry"));
    try (RedisServer redis = RedisServer.start()) {
      CliRun run = CliRun.asking(agent).env("UPSTASH_REDIS_URL", redis.url());

      CliRun.Result well = run.run("doctor");
      agent.outlets.failing(
          Integration.HEARTBEAT, "The last delivery failed: hc-ping.com refused the connection.");
      CliRun.Result failed = run.run("doctor");
      CliRun.Result json = run.run("doctor", "--json");

      assertThat(well.exitCode()).as(well.everything()).isZero();
      assertThat(well.out()).contains("  ok     heartbeat  set (hc-ping.com)\n");
      assertThat(failed.exitCode()).isEqualTo(1);
      assertThat(failed.out())
          .containsSubsequence(
              "  FAIL   heartbeat  set (hc-ping.com)\n",
              "         The last delivery failed: hc-ping.com refused the connection.\n",
              "Alive: ");
      assertThat(json.out())
          .contains("\"problem\":\"The last delivery failed: hc-ping.com refused");
      assertThat(well.everything() + failed.everything() + json.everything())
          .doesNotContain("c4n4ry");
    }
  }

  @Test
  void the_completion_knows_every_command_and_its_options() {
    assertThat(CliRun.asking(new CliAgent()).run("completion").out())
        .contains("_complete_upkeep", "pause", "--since", "--stop-after");
  }
}
