package dev.upkeep.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.CliAgent;
import dev.upkeep.cli.console.CliRun;
import dev.upkeep.cli.console.Samples;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Integration;
import dev.upkeep.control.SecretInventory;
import dev.upkeep.database.Database;
import dev.upkeep.database.Secret;
import dev.upkeep.json.Json;
import dev.upkeep.language.Sentence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What doctor learns from the agent: defined databases, and the secret store.
final class DoctorNamesTest {
  private final CliAgent agent =
      new CliAgent().with(Samples.healthy("shop")).with(Samples.healthy("blog"));

  private CliRun.Result doctor(String... names) {
    String[] arguments = new String[names.length + 1];
    arguments[0] = "doctor";
    System.arraycopy(names, 0, arguments, 1, names.length);
    CliRun.Result result = CliRun.asking(agent).run(arguments);
    assertThat(agent.open).as("everything that was opened is closed").isZero();
    return result;
  }

  private static List<String> types(List<Json.Obj> objects) {
    return objects.stream().map(object -> object.string("type").orElseThrow()).toList();
  }

  private static List<Json.Obj> ofType(String type, CliRun.Result result) {
    return result.json().stream()
        .filter(object -> object.string("type").equals(Optional.of(type)))
        .toList();
  }

  @Test
  void a_defined_database_is_visited_by_the_agent_and_the_environment_left_out() {
    CliRun.Result result = doctor("SHOP");

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(result.out())
        .containsSubsequence(
            "ok     text understood   defined as shop",
            "ok     name resolved     3.0 ms  1 address",
            "ok     TCP connected",
            "Alive: ")
        .doesNotContain("Environment", "blog");
  }

  @Test
  void several_are_visited_in_their_order_and_the_most_urgent_result_counts() {
    agent.touching(database ->
        database.name().equals("shop")
            ? new Outcome.Failed(FailureKind.REFUSED, "Refused.", "Look whether it runs.")
            : Samples.alive());

    CliRun.Result result = doctor("blog", "shop");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .containsSubsequence(
            "defined as blog",
            "Alive: ",
            "defined as shop",
            "FAIL   TCP connected     Refused.",
            "What to do: Look whether it runs.");
  }

  @Test
  void json_has_an_object_for_each_rung_and_one_at_the_end() {
    CliRun.Result result = doctor("--json", "shop");

    List<Json.Obj> objects = result.json();
    assertThat(types(objects)).containsExactly("step", "step", "touch");
    assertThat(objects.getFirst().string("database")).contains("shop");
    assertThat(objects.getFirst().string("rung")).contains("name");
    assertThat(objects.getFirst().string("result")).contains("reached");
    assertThat(objects.getFirst().string("detail")).contains("1 address");
    assertThat(objects.getFirst().get("tookMs")).isPresent();
    assertThat(objects.getLast().string("outcome")).contains("alive");
    assertThat(objects.getLast().array("steps").orElseThrow()).hasSize(2);
  }

  @Test
  void a_secret_that_cannot_be_had_is_said_although_no_rung_was_tried() {
    agent.touching(
        _ -> new Outcome.Failed(FailureKind.SECRET, "The keychain is locked.", "Unlock it."));

    CliRun.Result result = doctor("shop");

    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.out())
        .containsSubsequence("FAIL   The keychain is locked.", "What to do: Unlock it.");
  }

  @Test
  void an_unknown_name_is_told_and_connection_text_is_not_repeated() {
    assertThat(doctor("shopp").err()).contains("There is no database named shopp.", "shop?");
    assertThat(doctor("shopp").exitCode()).isEqualTo(2);
    CliRun.Result pasted = doctor("redis://default:c4n4ry@h:6379");
    assertThat(pasted.exitCode()).isEqualTo(2);
    assertThat(pasted.everything()).doesNotContain("c4n4ry").contains("standard input");
  }

  @Test
  void what_describes_another_database_does_not_go_with_a_name() {
    assertThat(doctor("shop", "--stdin").exitCode()).isEqualTo(2);
  }

  @Test
  void without_a_name_the_secret_store_is_shown_and_what_keeps_it_from_answering() {
    CliRun.Result well = doctor();
    agent.secretTrouble = Optional.of(Sentence.verbatim("The keychain is locked."));
    CliRun.Result locked = doctor();
    CliRun.Result json = doctor("--json");

    assertThat(well.out()).contains("ok     kept in a test's memory", "Last error: ");
    assertThat(locked.out())
        .containsSubsequence("FAIL   kept in a test's memory", "The keychain is locked.");
    assertThat(locked.exitCode()).isEqualTo(4);
    Json.Obj store = ofType("secretStore", json).getFirst();
    assertThat(store.bool("answers")).contains(false);
    assertThat(store.string("secretTrouble")).contains("The keychain is locked.");
  }

  @Test
  void secrets_to_which_nothing_leads_are_counted_and_deleted_after_a_yes_only() {
    agent.inventory = new SecretInventory(3, 2, 1, 4);

    CliRun.Result counted = doctor();
    CliRun.Result without = doctor("--forget-orphans");
    assertThat(counted.out())
        .contains(
            "3 in the keychain, 2 in the file under a passphrase",
            "still to be deleted: 1",
            "to which no database leads: 4");
    assertThat(without.err()).contains("Nothing was deleted.");
    assertThat(agent.inventory.orphans()).isEqualTo(4);

    CliRun.Result deleted = doctor("--forget-orphans", "--yes");

    assertThat(deleted.out()).doesNotContain("no database leads");
    Json.Obj json = ofType("secrets", doctor("--json")).getFirst();
    assertThat(json.integer("orphans")).contains(0L);
  }

  @Test
  void a_store_that_nobody_uses_is_shown_and_no_reason_to_fail() {
    CliAgent byReference = new CliAgent();
    Database database =
        Samples.database("shop").edit().secretReference(Optional.of("env:PW")).done();
    DatabaseStatus status = Samples.fresh(database);
    byReference.with(status).secretTrouble =
        Optional.of(Sentence.verbatim("There is no keychain."));

    CliRun.Result result = CliRun.asking(byReference).run("doctor");

    assertThat(result.exitCode()).isNotEqualTo(4);
    assertThat(result.out()).contains("There is no keychain.");
  }

  @Test
  void without_a_name_webhook_and_heartbeat_are_shown_and_never_their_addresses() {
    agent.outlets.urls.put(
        Integration.WEBHOOK, Secret.of("https://hooks.example.com/services/c4n4ry"));

    CliRun.Result text = doctor();
    CliRun.Result json = doctor("--json");

    assertThat(text.out())
        .containsSubsequence(
            "ok     kept in",
            "Webhook and heartbeat",
            "  ok     webhook    set (hooks.example.com)\n",
            "  -      heartbeat  not set\n");
    assertThat(ofType("outlet", json))
        .extracting(Json.Obj::write)
        .containsExactly(
            "{\"type\":\"outlet\",\"outlet\":\"webhook\",\"state\":\"set\","
                + "\"host\":\"hooks.example.com\",\"fromEnvironment\":false}",
            "{\"type\":\"outlet\",\"outlet\":\"heartbeat\",\"state\":\"notSet\","
                + "\"fromEnvironment\":false}");
    assertThat(text.everything() + json.everything()).doesNotContain("c4n4ry");
  }

  @Test
  void where_no_agent_runs_its_core_shows_the_databases_and_the_store() {
    CliRun.Result result = CliRun.asking(agent.notRunning()).run("doctor");

    assertThat(result.out())
        .containsSubsequence("Agent", "none runs", "shop", "ok     kept in a test's memory")
        .doesNotContain("running since");
  }
}
