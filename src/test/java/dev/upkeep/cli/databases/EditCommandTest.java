package dev.upkeep.cli.databases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.CliAgent;
import dev.upkeep.cli.console.CliRun;
import dev.upkeep.cli.console.FakeTerminal;
import dev.upkeep.cli.console.Samples;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Provider;
import dev.upkeep.database.Secret;
import dev.upkeep.database.TouchMode;
import dev.upkeep.json.Json;
import dev.upkeep.testing.Certificates;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EditCommandTest {
  private static final String CANARY = "c4n4ryPa55w0rd";

  private final CliAgent agent = new CliAgent();

  @BeforeEach
  void define() {
    agent.with(Samples.healthy("shop")).with(Samples.healthy("staging"));
    agent.keeping("shop", Secret.of("old"));
  }

  private CliRun.Result edit(String input, String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "edit";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    CliRun.Result result = CliRun.asking(agent).stdin(input).run(all);
    assertThat(result.everything()).doesNotContain(CANARY, CANARY.substring(0, 8));
    assertThat(agent.open).isZero();
    return result;
  }

  @Test
  void what_is_given_changes_and_nothing_else() {
    CliRun.Result result =
        edit("", "SHOP", "--name", "cache", "--every", "2h", "--window", "14d", "--mode", "ping");

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(result.out()).isEqualToIgnoringNewLines("Changed cache.");
    assertThat(result.err()).isEmpty();
    Database cache = agent.named("cache");
    assertThat(cache.interval()).contains(Duration.ofHours(2));
    assertThat(cache.window()).contains(Duration.ofDays(14));
    assertThat(cache.mode()).isEqualTo(TouchMode.PING);
    assertThat(cache.endpoint()).isEqualTo(Samples.database("shop").endpoint());
    assertThat(agent.secretOf("cache")).contains("old");
  }

  @Test
  void default_takes_a_wish_back() {
    edit("", "shop", "--every", "2h", "--window", "14d");
    edit("", "shop", "--every", "default", "--window", "default");

    assertThat(agent.named("shop").interval()).isEmpty();
    assertThat(agent.named("shop").window()).isEmpty();
  }

  @Test
  void a_new_secret_comes_from_standard_input() {
    assertThat(edit(CANARY + "\n", "shop", "--secret").exitCode()).isZero();
    assertThat(agent.secretOf("shop")).contains(CANARY);

    edit(" two\nlines \r\n", "shop", "--secret");
    assertThat(agent.secretOf("shop")).contains(" two\nlines ");
  }

  @Test
  void a_new_secret_is_typed_without_being_shown() {
    FakeTerminal person = new FakeTerminal(CANARY);

    CliRun.Result result = CliRun.asking(agent).typing(person).run("edit", "shop", "--secret");

    assertThat(result.exitCode()).isZero();
    assertThat(person.shown).isZero();
    assertThat(result.everything()).doesNotContain(CANARY);
    assertThat(agent.secretOf("shop")).contains(CANARY);
  }

  @Test
  void an_empty_secret_is_refused() {
    assertThat(edit("\n", "shop", "--secret").exitCode()).isEqualTo(2);
    assertThat(agent.secretOf("shop")).contains("old");
  }

  @Test
  void another_address_brings_its_own_secret_and_provider() {
    CliRun.Result result =
        edit("rediss://default:" + CANARY + "@x.redis-cloud.com:7000", "shop", "--url");

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(agent.named("shop").endpoint())
        .isEqualTo(new Endpoint.Redis("x.redis-cloud.com", 7000, Optional.of("default"), true));
    assertThat(agent.named("shop").provider()).isEqualTo(Provider.REDIS_CLOUD);
    assertThat(agent.secretOf("shop")).contains(CANARY);
  }

  @Test
  void a_provider_that_was_chosen_stays() {
    edit("", "shop", "--provider", "vercel");
    edit("rediss://default:" + CANARY + "@x.redis-cloud.com:7000", "shop", "--url");

    assertThat(agent.named("shop").provider()).isEqualTo(Provider.VERCEL);
  }

  @Test
  void a_secret_that_is_dropped_is_said() {
    CliRun.Result text = edit("redis://localhost:7000", "shop", "--url");
    assertThat(text.exitCode()).as(text.everything()).isZero();
    assertThat(text.err()).contains("has been dropped", "--secret");
    assertThat(agent.secretOf("shop")).isEmpty();

    agent.keeping("staging", Secret.of("old"));
    Json.Obj json =
        edit("", "staging", "--ca-file", Certificates.caFile().toString(), "--json")
            .json()
            .getFirst();
    assertThat(json.bool("secretDropped")).contains(true);
    assertThat(json.string("caFile")).contains(Certificates.caFile().toAbsolutePath().toString());
    assertThat(edit("", "staging", "--no-ca-file", "--json").json().getFirst().members())
        .doesNotContainKey("caFile");
  }

  @Test
  void a_test_that_fails_for_want_of_the_dropped_secret_says_why() {
    agent.touching(_ -> Samples.failed());

    CliRun.Result result = edit("redis://localhost:7000", "shop", "--url");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("not sent to another address", "The password was rejected");
    assertThat(agent.secretOf("shop")).contains("old");
    assertThat(edit("redis://localhost:7000", "shop", "--url", "--anyway").exitCode()).isZero();
  }

  @Test
  void a_secret_takes_the_place_of_a_reference() {
    edit("", "shop", "--secret-ref", "env:SHOP");
    assertThat(agent.named("shop").secretReference()).contains("env:SHOP");

    edit(CANARY, "shop", "--secret");
    assertThat(agent.named("shop").secretReference()).isEmpty();
  }

  @Test
  void a_name_that_is_taken_is_refused() {
    CliRun.Result result = edit("", "shop", "--name", "STAGING");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("already");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop",
        "shop --secret --url",
        "shop --secret --secret-ref env:X",
        "shop --no-ca-file --ca-file /x",
        "shop --every 1s",
        "shop --mode delete",
        "shpo --every 1h",
        "--every 1h"
      })
  void what_makes_no_sense_is_exit_2(String arguments) {
    CliRun.Result result = edit("redis://localhost", arguments.split(" "));

    assertThat(result.exitCode()).as(result.everything()).isEqualTo(2);
    assertThat(result.err()).hasLineCount(1);
  }
}
