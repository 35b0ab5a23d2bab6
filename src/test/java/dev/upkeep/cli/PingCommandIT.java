package dev.upkeep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
import dev.upkeep.network.NetworkState;
import dev.upkeep.network.OnlineCheck;
import dev.upkeep.testing.BadServer;
import dev.upkeep.testing.Behaviours;
import dev.upkeep.testing.Certificates;
import dev.upkeep.testing.FakeUpstash;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.ServerErrorTable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  void the_first_variable_wins_and_one_that_cannot_be_used_never_falls_through() {
    CliRun.Result result =
        with("UPSTASH_REDIS_URL", "nonsense").env("VALKEY_URL", redis.url()).run("ping");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("upkeep: UPSTASH_REDIS_URL").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPSTASH_REDIS_URL",
        "UPSTASH_REDIS_REST_URL",
        "UPSTASH_REDIS_REST_TOKEN",
        "VALKEY_URL"
      })
  void a_variable_that_is_set_but_empty_is_an_error(String variable) {
    CliRun.Result result = with(variable, "").run("ping");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains(variable).hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "KEEPALIVE_INTERVAL | six",
        "KEEPALIVE_INTERVAL | 0",
        "KEEPALIVE_INTERVAL | -1",
        "KEEPALIVE_INTERVAL | 721",
        "KEEPALIVE_INTERVAL | 1e9",
        "KEEPALIVE_INTERVAL | NaN",
        "KEEPALIVE_ENABLED | maybe",
        "UPKEEP_LABEL | my laptop",
        "UPKEEP_LOG | xml",
        "UPKEEP_WEBHOOK_URL | http://example.com/c4n4ry-Pa55word",
        "UPKEEP_WEBHOOK_URL | c4n4ry-Pa55word",
        "UPKEEP_HEARTBEAT_URL | ftp://c4n4ry-Pa55word"
      })
  void a_malformed_variable_is_one_clear_line_and_exit_2(String variable, String value) {
    CliRun.Result result = with("UPSTASH_REDIS_URL", redis.url()).env(variable, value).run("ping");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .startsWith("upkeep: " + variable)
        .hasLineCount(1)
        .doesNotContain(PASSWORD, "Exception");
  }

  @Test
  void all_malformed_variables_are_told_at_once() {
    CliRun.Result result =
        with("UPKEEP_LOG", "xml")
            .env("KEEPALIVE_INTERVAL", "x")
            .env("KEEPALIVE_ENABLED", "x")
            .env("UPSTASH_REDIS_URL", "nonsense")
            .run("ping");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).hasLineCount(4).contains("UPSTASH_REDIS_URL");
  }

  @Test
  void with_v_an_error_shows_where_it_came_from() {
    assertThat(with("UPKEEP_LOG", "xml").run("ping", "-v").err()).contains("UsageException");
  }

  @Test
  void garbage_on_standard_input_is_one_clear_line_and_exit_2() {
    CliRun.Result result =
        new CliRun()
            .stdin(new byte[] {'g', 'a', 'r', 'b', 'a', 'g', 'e', 0, (byte) 0xff})
            .run("ping", "--stdin");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("upkeep: ").hasLineCount(1).doesNotContain("Exception");
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
  void a_connection_text_as_an_argument_is_refused_and_not_repeated() {
    for (String[] arguments :
        List.of(
            new String[] {"ping", redis.url()},
            new String[] {"ping", "--ca-file", redis.url()},
            new String[] {"ping", "@" + redis.url()})) {
      CliRun.Result result = new CliRun().run(arguments);

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("--stdin").doesNotContain(PASSWORD).hasLineCount(1);
    }
  }

  @Test
  void what_is_no_option_of_ours_is_not_repeated() {
    for (String[] arguments :
        List.of(
            new String[] {"ping", PASSWORD},
            new String[] {"ping", "-a" + PASSWORD},
            new String[] {"ping", "--json=" + PASSWORD},
            new String[] {"ping", "--ca-file", PASSWORD, "--ca-file", PASSWORD},
            new String[] {"ping", "--ca-file", "\0" + PASSWORD})) {
      CliRun.Result result = new CliRun().run(arguments);

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).startsWith("upkeep: ").doesNotContain(PASSWORD).hasLineCount(1);
    }
  }

  @Test
  void an_option_without_its_value_is_named() {
    assertThat(new CliRun().run("ping", "--ca-file").err())
        .isEqualToIgnoringNewLines("upkeep: --ca-file needs a value.");
  }

  @Test
  void a_fault_of_our_own_is_one_line_without_its_message() {
    CliRun run =
        new CliRun()
            .stdin(() ->
                new FilterInputStream(InputStream.nullInputStream()) {
                  @Override
                  public int read(byte[] buffer, int offset, int count) {
                    throw new IllegalStateException(PASSWORD);
                  }
                });

    CliRun.Result quiet = run.run("ping", "--stdin");
    assertThat(quiet.exitCode()).isEqualTo(1);
    assertThat(quiet.err()).contains("IllegalStateException").hasLineCount(1);
    CliRun.Result verbose = run.run("ping", "--stdin", "-v");
    assertThat(verbose.err()).contains("    at ").doesNotContain(PASSWORD);
  }

  @Test
  void a_failure_says_which_of_several_databases_it_is_about() {
    CliRun.Result result =
        with("UPSTASH_REDIS_URL", "redis://:wrong@127.0.0.1:" + redis.port()).run("ping");

    assertThat(result.err())
        .contains("Keep-alive failed: 127.0.0.1:" + redis.port() + ": The password was rejected");
  }

  @Test
  void an_unknown_option_is_one_clear_line() {
    CliRun.Result result = new CliRun().run("ping", "--hepl");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("--hepl").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/does/not/exist.pem", "/"})
  void a_ca_file_that_cannot_be_used_is_exit_2(String file) {
    CliRun.Result result = with("UPSTASH_REDIS_URL", redis.tlsUrl()).run("ping", "--ca-file", file);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("--ca-file").hasLineCount(1);
  }

  @Test
  void a_ca_file_without_a_certificate_is_exit_2(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("ca.pem"), "no certificate");

    assertThat(
            with("UPSTASH_REDIS_URL", redis.tlsUrl())
                .run("ping", "--ca-file", file.toString())
                .exitCode())
        .isEqualTo(2);
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

  @TestFactory
  Stream<DynamicTest> each_error_of_the_table_has_its_exit_code() throws IOException {
    return ServerErrorTable.rows().stream()
        .map(row ->
            DynamicTest.dynamicTest(
                row.text(),
                () ->
                    assertThat(ExitCode.of(new Outcome.Failed(row.kind(), "m", "a")).status())
                        .isEqualTo(row.exitCode())));
  }

  @Test
  void several_exit_codes_become_the_most_urgent() {
    assertThat(
            ExitCode.mostUrgent(
                List.of(ExitCode.OK, ExitCode.OFFLINE, ExitCode.TOUCH_FAILED, ExitCode.USAGE)))
        .isEqualTo(ExitCode.USAGE);
    assertThat(ExitCode.mostUrgent(List.of(ExitCode.TOUCH_FAILED, ExitCode.SECRET_STORE)))
        .isEqualTo(ExitCode.SECRET_STORE);
    assertThat(ExitCode.mostUrgent(List.of(ExitCode.OFFLINE, ExitCode.OK)))
        .isEqualTo(ExitCode.OFFLINE);
    assertThat(ExitCode.mostUrgent(List.of())).isEqualTo(ExitCode.OK);
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
