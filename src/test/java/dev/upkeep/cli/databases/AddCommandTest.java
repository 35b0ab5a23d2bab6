package dev.upkeep.cli.databases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.CliAgent;
import dev.upkeep.cli.console.CliRun;
import dev.upkeep.cli.console.Samples;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Provider;
import dev.upkeep.database.TouchMode;
import dev.upkeep.json.Json;
import dev.upkeep.testing.Certificates;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddCommandTest {
  private static final String CANARY = "c4n4ryPa55w0rd";
  private static final String URL =
      "rediss://default:" + CANARY + "@eu1-fast-cat-4711.upstash.io:6379";

  private final CliAgent agent = new CliAgent();

  private CliRun.Result add(String text, String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "add";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    CliRun.Result result = CliRun.asking(agent).stdin(text).run(all);
    assertThat(result.everything()).doesNotContain(CANARY, CANARY.substring(0, 8));
    assertThat(agent.open).as("every agent that was opened is closed").isZero();
    return result;
  }

  @Test
  void what_was_seen_is_said() {
    CliRun.Result result = add(URL, "shop");

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(result.out())
        .isEqualToIgnoringNewLines(
            "Added shop (eu1-fast-cat-4711.upstash.io:6379). Written and read back in 42 ms."
                + " Safe until 22 December.");
    assertThat(agent.secretOf("shop")).contains(CANARY);
  }

  @Test
  void without_a_name_the_host_gives_one_that_is_free() {
    agent.with(Samples.healthy("EU1-fast-cat-4711"));

    assertThat(add(URL).out()).startsWith("Added eu1-fast-cat-4711-2 ");
    assertThat(add("redis://127.0.0.1:7000").out()).startsWith("Added 127.0.0.1 ");
    assertThat(add("redis://[::1]:7000").out()).startsWith("Added ::1 ");
  }

  @Test
  void several_databases_are_all_added() {
    CliRun.Result result =
        add(URL + "\n" + URL.replace("eu1", "eu2") + "\nredis://eu2-fast-cat-4711.example.com");

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(agent.names())
        .containsExactly("eu1-fast-cat-4711", "eu2-fast-cat-4711", "eu2-fast-cat-4711-2");
  }

  @Test
  void one_name_does_not_fit_several_databases() {
    CliRun.Result result = add(URL + "\n" + URL.replace("eu1", "eu2"), "shop");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("2 databases").hasLineCount(1);
    assertThat(agent.taken).isZero();
  }

  @Test
  void options_are_what_is_stored() {
    CliRun.Result result =
        add(
            URL,
            "shop",
            "--provider",
            "redis-cloud",
            "--window",
            "21d",
            "--every",
            "2h",
            "--mode",
            "READ",
            "--key",
            "app:upkeep",
            "--ca-file",
            Certificates.caFile().toString());

    assertThat(result.exitCode()).as(result.everything()).isZero();
    Database shop = agent.named("shop");
    assertThat(shop.provider()).isEqualTo(Provider.REDIS_CLOUD);
    assertThat(shop.effectiveWindow()).contains(Duration.ofDays(21));
    assertThat(shop.interval()).contains(Duration.ofHours(2));
    assertThat(shop.mode()).isEqualTo(TouchMode.READ);
    assertThat(shop.key()).isEqualTo("app:upkeep");
    assertThat(shop.caFile()).contains(Certificates.caFile().toAbsolutePath());
  }

  @Test
  void every_problem_of_the_options_is_said_at_once_and_before_anything_is_read() {
    CliRun.Result result =
        add("", "--every", "soon", "--window", "x", "--mode", "y", "--provider", "z");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("--every", "--window", "--mode", "--provider")
        .hasLineCount(4);
    assertThat(agent.taken).isZero();
  }

  @ParameterizedTest
  @CsvSource({"--every, 5s", "--window, 5m", "--key, ''", "--secret-ref, hunter2"})
  void a_rule_that_is_broken_is_said(String option, String value) {
    CliRun.Result result = add(URL, option, value);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).hasLineCount(1).doesNotContain("hunter2");
    assertThat(agent.names()).isEmpty();
  }

  @Test
  void a_failed_test_stores_nothing_unless_told_to() {
    agent.touching(_ -> Samples.failed());

    CliRun.Result refused = add(URL);
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("The password was rejected.", "--anyway");
    assertThat(agent.names()).isEmpty();

    CliRun.Result stored = add(URL, "shop", "--anyway");
    assertThat(stored.exitCode()).isZero();
    assertThat(stored.out()).contains("Added shop", "The test failed: The password was rejected.");
  }

  @Test
  void offline_is_exit_5() {
    agent.touching(_ -> Samples.offline());

    assertThat(add(URL).exitCode()).isEqualTo(5);
  }

  @Test
  void one_that_fails_does_not_keep_the_others_out() {
    agent.touching(d -> d.endpoint().host().startsWith("eu1") ? Samples.failed() : Samples.alive());

    CliRun.Result result = add(URL + "\n" + URL.replace("eu1", "eu2"));

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("eu1-fast-cat-4711.upstash.io:6379: The password");
    assertThat(agent.names()).containsExactly("eu2-fast-cat-4711");
  }

  @Test
  void a_text_that_cannot_be_used_is_told_why() {
    CliRun.Result result = add("UPSTASH_REDIS_REST_URL=https://eu1-fast-cat-4711.upstash.io");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("UPSTASH_REDIS_REST_TOKEN");
    assertThat(agent.taken).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rediss://eu1-fast-cat-4711.upstash.io:6379", URL})
  void a_reference_takes_the_place_of_the_secret(String text) {
    CliRun.Result result = add(text, "shop", "--secret-ref", "env:SHOP_PASSWORD");

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(agent.named("shop").secretReference()).contains("env:SHOP_PASSWORD");
    assertThat(agent.named("shop").endpoint().host()).isEqualTo("eu1-fast-cat-4711.upstash.io");
    assertThat(agent.secretOf("shop")).isEmpty();
  }

  @Test
  void a_rest_address_alone_goes_with_a_reference_too() {
    add("https://eu1-fast-cat-4711.upstash.io", "shop", "--secret-ref", "file:/run/secrets/shop");

    assertThat(agent.named("shop").endpoint())
        .isEqualTo(new Endpoint.Rest(URI.create("https://eu1-fast-cat-4711.upstash.io")));
    assertThat(agent.secretOf("shop")).isEmpty();
  }

  @Test
  void a_name_that_was_taken_meanwhile_is_replaced_by_the_next() {
    agent.conflicting(3);

    CliRun.Result result = add(URL);

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(result.out()).startsWith("Added eu1-fast-cat-4711-4 ");
  }

  @Test
  void a_name_that_a_person_chose_is_never_replaced() {
    agent.with(Samples.healthy("shop"));

    CliRun.Result result = add(URL, "SHOP");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("already");
  }

  @Test
  void connection_text_as_an_argument_is_refused_and_not_repeated() {
    CliRun.Result result = add("", URL);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("does not belong in the arguments");
  }

  @Test
  void json_is_the_database_with_its_test() {
    Json.Obj added = add(URL, "shop", "--json").json().getFirst();

    assertThat(added.string("database")).contains("shop");
    assertThat(added.string("safeUntil")).contains("2025-12-22T12:00:00.000Z");
    Json.Obj test = added.object("test").orElseThrow();
    assertThat(test.string("outcome")).contains("alive");
    assertThat(test.decimal("latencyMs")).contains(42.0);
  }

  @Test
  void a_database_that_asks_for_no_password_is_added_with_a_hint_about_its_window() {
    CliRun.Result result = add("redis://localhost:6379");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("Added localhost ", "--window");
  }
}
