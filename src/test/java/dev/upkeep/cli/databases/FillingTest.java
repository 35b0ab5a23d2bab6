package dev.upkeep.cli.databases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.CliAgent;
import dev.upkeep.cli.console.CliRun;
import dev.upkeep.cli.console.FakeTerminal;
import dev.upkeep.cli.console.Samples;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Pause;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What becomes of a paste of databases that are kept already: they get the secret that they wait
/// for, or are warned of. Those that are not get telling names.
final class FillingTest {
  private static final String CANARY = "c4n4ryPa55w0rd";
  private static final String URL =
      "rediss://default:" + CANARY + "@eu1-fast-cat-4711.upstash.io:6379";

  private static final String PASTE =
      "SHOP_REDIS_URL=rediss://default:"
          + CANARY
          + "@eu1-fast-cat-4711.upstash.io:6379\n"
          + "BLOG_REDIS_URL=rediss://ann:"
          + CANARY
          + "2@db.example.org:7001\n";

  private final CliAgent agent = new CliAgent();

  private CliRun.Result add(String text, String... arguments) {
    List<String> all = new ArrayList<>(List.of("add"));
    all.addAll(List.of(arguments));
    CliRun.Result result = CliRun.asking(agent).stdin(text).run(all.toArray(String[]::new));
    assertThat(result.everything()).doesNotContain(CANARY);
    return result;
  }

  private static DatabaseStatus imported(String name, String url, boolean tls) {
    URI uri = URI.create(url);
    Endpoint place =
        new Endpoint.Redis(
            uri.getHost(), uri.getPort(), Optional.ofNullable(uri.getUserInfo()), tls);
    return Samples.paused(
        Samples.fresh(Database.of(UUID.randomUUID(), name, place)), new Pause.UntilResumed());
  }

  @Test
  void imported_databases_get_their_secrets_from_one_paste_by_their_places() {
    agent.with(
        imported("first", "redis://EU1-fast-cat-4711.upstash.io:6379", true),
        imported("second", "redis://ann@db.example.org:7001", true));

    CliRun.Result result = add(PASTE);

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(agent.names()).containsExactly("first", "second");
    assertThat(agent.secretOf("first")).contains(CANARY);
    assertThat(agent.secretOf("second")).contains(CANARY + "2");
    assertThat(agent.named("first").paused()).isEmpty();
    assertThat(result.err())
        .contains("first (EU1-fast-cat-4711.upstash.io:6379) waits for its secret");
    assertThat(result.out())
        .isEqualToIgnoringNewLines(
            "Gave first its secret, and started it.Gave second its secret, and started it.");
  }

  @Test
  void what_is_not_at_the_very_place_is_added_beside_what_waits() {
    agent.with(
        imported("other-user", "redis://bob@db.example.org:7001", true),
        imported("other-port", "redis://ann@db.example.org:7002", true),
        imported("in-the-clear", "redis://ann@db.example.org:7001", false),
        Samples.healthy("whole"));

    CliRun.Result result = add(PASTE);

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(agent.names())
        .containsExactly("other-user", "other-port", "in-the-clear", "whole", "shop", "blog");
    assertThat(agent.secretOf("in-the-clear")).isEmpty();
    assertThat(agent.named("other-user").paused()).isPresent();
  }

  @Test
  void at_a_terminal_a_person_says_whether_a_waiting_one_gets_it() {
    agent.with(imported("first", "redis://eu1-fast-cat-4711.upstash.io:6379", true));

    CliRun.Result refused = CliRun.asking(agent).typing(new FakeTerminal(URL, "", "n")).run("add");

    assertThat(agent.secretOf("first")).isEmpty();
    assertThat(agent.names()).containsExactly("first");
    assertThat(refused.everything()).contains("waits for its secret").doesNotContain(CANARY);

    CliRun.asking(agent).typing(new FakeTerminal(URL, "", "y")).run("add");

    assertThat(agent.secretOf("first")).contains(CANARY);
  }

  @Test
  void a_name_of_its_own_adds_it_anew() {
    agent.with(imported("first", "redis://eu1-fast-cat-4711.upstash.io:6379", true));

    CliRun.Result result = add(URL, "second");

    assertThat(agent.names()).containsExactly("first", "second");
    assertThat(result.err()).contains("is kept already, as first");
  }

  @Test
  void one_that_does_not_stand_its_test_goes_on_waiting() {
    agent.with(imported("first", "redis://eu1-fast-cat-4711.upstash.io:6379", true));
    agent.touching(
        _ -> new Outcome.Failed(FailureKind.AUTH, "The password was rejected.", "Paste another."));

    CliRun.Result result = add(URL);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(agent.secretOf("first")).isEmpty();
    assertThat(agent.named("first").paused()).isPresent();
  }

  @Test
  void names_come_from_variables_from_json_and_tell_several_of_one_host_apart() {
    add(PASTE);
    assertThat(agent.names()).containsExactly("shop", "blog");

    add(
        "{\"name\": \"orders\", \"host\": \"c.example.org\", \"port\": 6379, \"password\": \""
            + CANARY
            + "\", \"tls\": true}");
    assertThat(agent.names()).endsWith("orders");

    add("rediss://:" + CANARY + "@d.example.org:7001\nrediss://:" + CANARY + "@d.example.org:7002");
    assertThat(agent.names()).endsWith("d", "d-7002");
  }

  @Test
  void a_database_that_is_kept_already_is_warned_of() {
    add(URL, "shop");

    CliRun.Result again = add(URL, "blog");

    assertThat(again.exitCode()).isZero();
    assertThat(again.err()).contains("eu1-fast-cat-4711.upstash.io:6379 is kept already, as shop.");
  }
}
