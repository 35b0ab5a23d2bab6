package dev.upkeep.cli.ping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.CliAgent;
import dev.upkeep.cli.console.CliRun;
import dev.upkeep.cli.console.Samples;
import dev.upkeep.cli.console.Selection;
import dev.upkeep.database.Pause;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AgentPingTest {
  private static final String TIME = "[2025-11-22T12:00:00.000Z] ";
  private static final String ADDRESS = "eu1-fast-cat-4711.upstash.io:6379";

  private final CliAgent agent = new CliAgent();

  @BeforeEach
  void define() {
    agent.with(Samples.healthy("shop")).with(Samples.healthy("staging"));
  }

  private CliRun.Result run(String... arguments) {
    CliRun.Result result = CliRun.asking(agent).run(arguments);
    assertThat(agent.open).isZero();
    return result;
  }

  @Test
  void named_databases_are_told_in_the_known_form_in_the_order_of_the_names() {
    CliRun.Result result = run("ping", "staging", "shop");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out().lines())
        .containsExactly(
            TIME
                + "Upstash Redis keep-alive: PONG (staging, "
                + ADDRESS
                + ", write verified in 42 ms)",
            TIME
                + "Upstash Redis keep-alive: PONG (shop, "
                + ADDRESS
                + ", write verified in 42 ms)");
  }

  @Test
  void a_failure_goes_to_standard_error_with_its_name() {
    agent.touching(_ -> Samples.failed());

    CliRun.Result result = run("ping", "shop");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualToIgnoringNewLines(
            TIME
                + "Keep-alive failed: The password was rejected. A read-only token needs the user"
                + " default_ro. (shop)");
  }

  @Test
  void without_a_name_all_that_are_not_paused_are_touched() {
    agent.with(Samples.paused(Samples.healthy("asleep"), new Pause.UntilResumed()));

    CliRun.Result result = run("ping");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("(shop, ", "(staging, ").hasLineCount(2);
    assertThat(result.err()).contains("Keep-alive skipped: Paused; ", "(asleep)");
    assertThat(run("ping", "asleep").out()).contains("PONG (asleep, ");
  }

  @Test
  void json_is_that_of_every_ping() {
    CliRun.Result result = run("ping", "--json");

    assertThat(result.json())
        .extracting(o -> o.string("database").orElse(""), o -> o.string("outcome").orElse(""))
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("shop", "alive"),
            org.assertj.core.api.Assertions.tuple("staging", "alive"));
  }

  @Test
  void a_database_in_the_environment_comes_before_those_that_are_defined() {
    CliRun.Result result = CliRun.asking(agent).env("UPSTASH_REDIS_URL", "nonsense").run("ping");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(agent.taken).isZero();
  }

  @Test
  void a_name_comes_before_the_environment() {
    CliRun.Result result =
        CliRun.asking(agent)
            .env("UPSTASH_REDIS_URL", "nonsense")
            .env("KEEPALIVE_ENABLED", "maybe")
            .run("ping", "shop");

    assertThat(result.exitCode()).as(result.everything()).isZero();
  }

  @Test
  void a_keep_alive_that_is_turned_off_asks_nobody() {
    CliRun.Result result = CliRun.asking(agent).env("KEEPALIVE_ENABLED", "no").run("ping");

    assertThat(result.exitCode()).isZero();
    assertThat(agent.taken).isZero();
  }

  @Test
  void with_nothing_defined_the_local_fallback_is_asked() {
    agent.remove(Selection.ids(agent.snapshot().databases()));

    assertThat(run("ping").everything()).contains("localhost:6379");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ping shop --stdin", "ping shop --ca-file /x"})
  void what_belongs_to_an_undefined_database_is_refused_for_a_defined_one(String command) {
    CliRun.Result result = run(command.split(" "));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("upkeep edit");
  }
}
