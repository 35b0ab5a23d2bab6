package dev.upkeep.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.CliAgent;
import dev.upkeep.cli.console.CliRun;
import dev.upkeep.cli.console.FakeTerminal;
import dev.upkeep.cli.console.Samples;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.database.Database;
import dev.upkeep.database.Pause;
import dev.upkeep.json.Json;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ListCommandTest {
  private final CliAgent agent = new CliAgent();

  private static DatabaseStatus failing(String name) {
    return Samples.after(
        Samples.database(name),
        Samples.touch(Samples.NOW.minus(Duration.ofHours(2)), Samples.failed()));
  }

  private CliRun.Result run(String... arguments) {
    CliRun.Result result = CliRun.asking(agent).run(arguments);
    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(agent.open).isZero();
    return result;
  }

  @Test
  void a_row_says_until_when_a_database_is_safe_and_what_comes_next() {
    agent.with(Samples.healthy("shop"));

    assertThat(run("list").out().lines())
        .containsExactly(
            "STATE  NAME  ENDPOINT                           SAFE UNTIL            "
                + "LAST TOUCH                 NEXT           EVERY",
            "alive  shop  eu1-fast-cat-4711.upstash.io:6379  22 Dec, 29 days left  "
                + "3 min ago, write verified  in 5 h 57 min  6 h");
  }

  @Test
  void a_failure_is_shown_with_its_advice_below() {
    agent.with(failing("shop"));

    assertThat(run("list").out().lines())
        .anySatisfy(line ->
            assertThat(line)
                .startsWith("failing  shop")
                .contains("not verified yet", "2 h ago, failed"))
        .contains(
            "         The password was rejected. A read-only token needs the user default_ro.");
  }

  @Test
  void another_keeper_is_named_also_while_our_own_touches_fail() {
    Instant at = Samples.NOW.minus(Duration.ofHours(2));
    Database failing = Samples.database("failing");
    agent.with(Samples.alsoKept(Samples.healthy("shop"), "github-actions", at));
    agent.with(
        Samples.alsoKept(
            Samples.after(failing, Samples.touch(Samples.NOW, Samples.failed())),
            "kubernetes",
            at));
    agent.with(Samples.healthy("ours"));

    assertThat(run("list").out())
        .containsOnlyOnce("Also kept by github-actions, 2 h ago.")
        .containsOnlyOnce("Also kept by kubernetes, 2 h ago.");
    assertThat(run("list", "--json").out())
        .contains(
            "\"alsoKept\":{\"at\":\"2025-11-22T10:00:00.000Z\",\"label\":\"github-actions\"}");
  }

  @Test
  void a_pause_says_how_long_it_lasts() {
    agent.with(
        Samples.paused(
            Samples.healthy("a"), new Pause.Until(Samples.NOW.plus(Duration.ofHours(4)))));
    agent.with(
        Samples.paused(
            Samples.healthy("b"), new Pause.Until(Samples.NOW.plus(Duration.ofDays(3)))));
    agent.with(Samples.paused(Samples.healthy("c"), new Pause.UntilResumed()));

    assertThat(run("list").out())
        .contains("paused for 4 h", "paused until 25 Nov", "verified  paused  ");
  }

  @Test
  void with_nothing_defined_it_says_how_to_begin_and_json_is_empty() {
    assertThat(run("list").out()).contains("upkeep add").hasLineCount(1);
    assertThat(run("list", "--json").out()).isEmpty();
  }

  @Test
  void json_has_stable_names() {
    agent.with(Samples.healthy("shop"));

    Json.Obj shop = run("list", "--json").json().getFirst();

    assertThat(shop.members().keySet())
        .containsExactly(
            "type",
            "id",
            "database",
            "endpoint",
            "provider",
            "mode",
            "key",
            "state",
            "failures",
            "running",
            "intervalSeconds",
            "intervalIsDefault",
            "windowSeconds",
            "tags",
            "full",
            "lastVerified",
            "lastProof",
            "safeUntil",
            "leftSeconds",
            "margin",
            "nextDue",
            "paused",
            "lastTouch");
    assertThat(shop.string("type")).contains("database");
    assertThat(shop.string("state")).contains("alive");
    assertThat(shop.string("safeUntil")).contains("2025-12-22T11:57:00.000Z");
    assertThat(shop.integer("leftSeconds")).contains(2_591_820L);
    assertThat(shop.object("lastTouch").orElseThrow().members().keySet())
        .containsExactly(
            "time", "mode", "outcome", "evidence", "latencyMs", "attempts", "timingsMs", "nextDue");
  }

  @Test
  void status_tells_of_the_agent_and_begins_with_the_most_endangered() {
    agent.with(Samples.healthy("calm")).with(failing("ill"));

    String out = run("status").out();

    assertThat(out)
        .containsSubsequence(
            "1 of 2 databases alive, 1 failing. Nearest deadline 22 December.",
            "Agent 1.2.3, pid 4711, running since 2025-11-22 09:00:00 (3 h ago), profile default."
                + " Secrets are kept in a test's memory.",
            "The history was begun anew.",
            "Last error: The disk was full.",
            "failing  ill",
            "alive    calm");
  }

  @Test
  void status_in_json_is_the_agent_and_then_the_databases() {
    agent.with(Samples.healthy("shop"));

    CliRun.Result result = run("status", "--json");

    assertThat(result.json())
        .extracting(o -> o.string("type").orElse(""))
        .containsExactly("agent", "database");
    assertThat(result.json().getFirst().members().keySet())
        .containsExactly(
            "type",
            "version",
            "pid",
            "startedAt",
            "profile",
            "label",
            "background",
            "enabled",
            "defaultIntervalSeconds",
            "secretStore",
            "notices",
            "lastError",
            "webhook",
            "heartbeat");
  }

  @Test
  void only_the_word_for_the_state_is_coloured_and_only_for_a_person_who_wants_it() {
    agent.with(Samples.healthy("shop"));
    CliRun person = CliRun.asking(agent).typing(new FakeTerminal());

    assertThat(person.run("list").out()).contains("\u001b[32malive\u001b[0m  shop");
    assertThat(person.run("list", "--no-color").out()).doesNotContain("\u001b");
    assertThat(person.run("list", "--json").out()).doesNotContain("\u001b");
    assertThat(CliRun.asking(agent).run("list").out()).doesNotContain("\u001b");
    assertThat(person.env("NO_COLOR", "1").run("list").out()).doesNotContain("\u001b");
  }
}
