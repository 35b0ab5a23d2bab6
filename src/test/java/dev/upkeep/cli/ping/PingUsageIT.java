package dev.upkeep.cli.ping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.CliRun;
import dev.upkeep.testing.Certificates;
import dev.upkeep.testing.RedisServer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What cannot be used, be it a variable, an argument or a text: one clear line and exit 2.
final class PingUsageIT {
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
}
