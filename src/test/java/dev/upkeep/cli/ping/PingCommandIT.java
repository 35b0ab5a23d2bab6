package dev.upkeep.cli.ping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.CliRun;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
import dev.upkeep.network.NetworkState;
import dev.upkeep.network.OnlineCheck;
import dev.upkeep.testing.BadServer;
import dev.upkeep.testing.Behaviours;
import dev.upkeep.testing.Certificates;
import dev.upkeep.testing.FakeUpstash;
import dev.upkeep.testing.RedisServer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is touched, and how it is told.
final class PingCommandIT {
  private static final String PASSWORD = "c4n4ry-Pa55word";
  private static RedisServer redis;

  @BeforeAll
  static void start() {
    redis = RedisServer.builder().password(PASSWORD).tls(Certificates.server()).start();
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  private static CliRun with(String variable, String value) {
    return new CliRun().env(variable, value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UPSTASH_REDIS_URL", "VALKEY_URL"})
  void a_url_in_the_environment_is_touched_and_told_in_the_known_form(String variable) {
    CliRun.Result result = with(variable, redis.url()).run("ping");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .matches(
            "\\[\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z] Upstash Redis keep-alive: PONG"
                + " \\(127\\.0\\.0\\.1:\\d+, write verified in [\\d.]+ ms.*\\)\\R");
  }

  @Test
  void tls_with_a_private_authority_needs_its_file() {
    CliRun run = with("UPSTASH_REDIS_URL", redis.tlsUrl());

    assertThat(run.run("ping", "--ca-file", Certificates.caFile().toString()).exitCode()).isZero();
    CliRun.Result without = run.run("ping");
    assertThat(without.exitCode()).isEqualTo(1);
    assertThat(without.err()).contains("Keep-alive failed: ", "--ca-file");
  }

  @Test
  void the_rest_pair_is_touched() {
    try (FakeUpstash server = FakeUpstash.start()) {
      CliRun.Result result =
          with("UPSTASH_REDIS_REST_URL", server.uri().toString())
              .env("UPSTASH_REDIS_REST_TOKEN", FakeUpstash.TOKEN)
              .run("ping");

      assertThat(result.exitCode()).as(result.everything()).isZero();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void a_rest_url_under_the_shorter_name_takes_the_token_beside_it() {
    try (FakeUpstash server = FakeUpstash.start()) {
      CliRun run =
          with("UPSTASH_REDIS_URL", server.uri().toString())
              .env("UPSTASH_REDIS_REST_TOKEN", FakeUpstash.TOKEN);

      assertThat(run.run("ping").exitCode()).isZero();
      assertThat(server.requests()).hasSize(1);

      run.env("UPSTASH_REDIS_REST_URL", "https://another.upstash.io");
      assertThat(run.run("ping").exitCode()).isEqualTo(2);
      assertThat(server.requests()).as("a token of another URL is not sent").hasSize(1);
    }
  }

  @Test
  void json_has_one_object_a_line_with_stable_names() throws JsonException {
    CliRun.Result result = with("UPSTASH_REDIS_URL", redis.url()).run("ping", "--json");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out().lines()).hasSize(1);
    Json.Obj touch = Json.parse(result.out().strip()).asObject().orElseThrow();
    assertThat(touch.members())
        .containsKeys(
            "time",
            "database",
            "endpoint",
            "provider",
            "mode",
            "outcome",
            "evidence",
            "latencyMs",
            "attempts",
            "timingsMs");
    assertThat(touch.string("outcome")).contains("alive");
    assertThat(touch.string("evidence")).contains("write");
  }

  @Test
  void several_databases_are_all_touched_and_the_worst_decides_the_exit_code() {
    RedisServer gone = RedisServer.start();
    String goneUrl = gone.url();
    gone.close();

    CliRun.Result result =
        new CliRun()
            .stdin("A_REDIS_URL=" + redis.url() + "\nB_REDIS_URL=" + goneUrl)
            .run("ping", "--stdin");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("PONG").hasLineCount(1);
    assertThat(result.err()).contains("Keep-alive failed: ");
  }

  @Test
  void a_part_that_cannot_be_used_is_told_while_the_rest_is_touched() {
    CliRun.Result result =
        new CliRun()
            .stdin(
                "A_REDIS_URL="
                    + redis.url()
                    + "\nB_REDIS_URL=rediss://default:********@b.upstash.io:6379")
            .run("ping", "--stdin");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).contains("PONG");
    assertThat(result.err()).contains("masked");
  }

  @Test
  void a_failure_says_which_of_several_databases_it_is_about() {
    CliRun.Result result =
        with("UPSTASH_REDIS_URL", "redis://:wrong@127.0.0.1:" + redis.port()).run("ping");

    assertThat(result.err())
        .contains("Keep-alive failed: 127.0.0.1:" + redis.port() + ": The password was rejected");
  }

  @Test
  void disabled_opens_no_connection_at_all() {
    try (BadServer server = BadServer.start(Behaviours.silent())) {
      CliRun.Result result =
          with("UPSTASH_REDIS_URL", server.url()).env("KEEPALIVE_ENABLED", "false").run("ping");

      assertThat(result.exitCode()).isZero();
      assertThat(result.out()).contains("KEEPALIVE_ENABLED is false");
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void a_refused_connection_on_this_computer_is_a_failure_with_or_without_a_network() {
    RedisServer gone = RedisServer.start();
    String url = gone.url();
    gone.close();

    assertThat(with("UPSTASH_REDIS_URL", url).run("ping").exitCode()).isEqualTo(1);
  }

  /// On a machine whose control names do not resolve either, that is "offline"; on any other it is
  /// a failure.
  @Test
  void a_public_name_that_does_not_resolve_is_offline_only_where_nothing_resolves() {
    NetworkState state =
        OnlineCheck.ofThisComputer(OnlineCheck.CONTROL_NAMES)
            .check(List.of(), OnlineCheck.AMPLE_TIME);

    CliRun.Result result =
        with("UPSTASH_REDIS_URL", "rediss://default:" + PASSWORD + "@gone-1.upstash.io:6379")
            .run("ping");

    boolean offline = state instanceof NetworkState.Offline;
    assertThat(result.exitCode()).isEqualTo(offline ? 5 : 1);
    assertThat(result.err())
        .contains(offline ? "Keep-alive skipped: " : "Keep-alive failed: ")
        .doesNotContain(PASSWORD);
  }
}
