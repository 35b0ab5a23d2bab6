package dev.upkeep.cli.databases;

import static dev.upkeep.testing.FakeOffer.KEY;
import static dev.upkeep.testing.FakeOffer.kept;
import static dev.upkeep.testing.FakeOffer.offered;
import static dev.upkeep.testing.FakeOffer.suspended;
import static dev.upkeep.testing.FakeOffer.withoutCredentials;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.CliAgent;
import dev.upkeep.cli.console.CliRun;
import dev.upkeep.cli.console.Samples;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.OfferedDatabase;
import dev.upkeep.control.UpstashAccount;
import dev.upkeep.database.Secret;
import dev.upkeep.json.Json;
import dev.upkeep.testing.HostileNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ImportUpstashCommandTest {
  private static final String EMAIL = "someone@example.com";

  private final CliAgent agent = new CliAgent();

  private CliRun.Result run(String... arguments) {
    return run(
        CliRun.asking(agent).env("UPSTASH_EMAIL", EMAIL).env("UPSTASH_API_KEY", KEY), arguments);
  }

  private CliRun.Result run(CliRun run, String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "import-upstash";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    CliRun.Result result = run.run(all);
    assertThat(result.everything()).doesNotContain("c4n4ry", "pw-");
    assertThat(agent.open).as("every agent that was opened is closed").isZero();
    return result;
  }

  private void assertAsked() {
    assertThat(agent.offer.accounts).containsExactly(new UpstashAccount(EMAIL, Secret.of(KEY)));
  }

  @Test
  void all_adds_what_is_not_kept_and_serves() {
    agent.offer.of(
        offered("1", "shop"),
        kept("2", "blog", "my blog"),
        suspended("3", "old"),
        offered("4", "x"));

    CliRun.Result result = run("--all");

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(agent.names()).containsExactlyInAnyOrder("shop", "x");
    assertThat(agent.secretOf("shop")).contains("pw-1");
    assertThat(result.out().lines().toList())
        .hasSize(2)
        .allMatch(line -> line.matches("Added .* Written and read back in 42 ms\\..*"));
    assertThat(result.err()).contains("Suspended").contains("old");
    assertAsked();
    assertThat(agent.offer.forgotten).hasSize(1);
  }

  @Test
  void again_there_is_nothing_left_to_add() {
    agent.offer.of(kept("1", "shop", "shop"));

    CliRun.Result result = run("--all");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualToIgnoringNewLines("No database was added.");
    assertThat(agent.offer.forgotten).hasSize(1);
  }

  @Test
  void only_adds_the_named_ones_suspended_or_not() {
    agent.offer.of(offered("1", "shop"), offered("2", "blog"), suspended("3", "old"));

    CliRun.Result result = run("--only", "blog", "old");

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(agent.names()).containsExactlyInAnyOrder("blog", "old");
  }

  @Test
  void one_that_is_kept_already_is_said_to_be_and_left_alone() {
    agent.offer.of(kept("1", "shop", "my shop"));

    CliRun.Result result = run("--only", "shop");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).contains("my shop is kept already", "upkeep edit");
    assertThat(agent.names()).isEmpty();
  }

  @Test
  void a_name_that_the_account_does_not_have_adds_nothing() {
    agent.offer.of(offered("1", "shop"));

    CliRun.Result result = run("--only", "shop", "c4n4ry");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(agent.names()).isEmpty();
  }

  @Test
  void a_dry_run_lists_and_adds_nothing() {
    agent.offer.of(
        offered("1", "shop"), kept("2", "blog", "my blog"), withoutCredentials("3", "t"));

    CliRun.Result result = run("--dry-run");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out().lines().toList())
        .satisfiesExactly(
            head -> assertThat(head).startsWith("#  NAME"),
            one ->
                assertThat(one).matches("1 +shop +eu1-1.upstash.io:6379 +eu-west-1 +free +active"),
            two -> assertThat(two).contains("paid", "active", "kept as my blog"),
            three -> assertThat(three).contains("unknown", "passive", "password not told"));
    assertThat(agent.names()).isEmpty();
    assertThat(agent.offer.forgotten).hasSize(1);
  }

  @Test
  void json_is_one_object_a_database() {
    agent.offer.of(offered("1", "shop"), kept("2", "blog", "my blog"));

    List<Json.Obj> listed = run("--dry-run", "--json").json();
    assertThat(listed).hasSize(2);
    assertThat(listed.getFirst().string("endpoint")).contains("eu1-1.upstash.io:6379");
    assertThat(listed.getFirst().bool("addable")).contains(true);
    assertThat(listed.getLast().string("keptAs")).contains("my blog");

    List<Json.Obj> added = run("--all", "--json").json();
    assertThat(added).hasSize(1);
    assertThat(added.getFirst().string("database")).contains("shop");
  }

  @Test
  void one_that_fails_its_test_keeps_no_other_out() {
    agent.touching(database -> database.name().equals("bad") ? Samples.failed() : Samples.alive());
    agent.offer.of(offered("1", "bad"), offered("2", "good"));

    CliRun.Result result = run("--all");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("bad: The password was rejected.", "--anyway");
    assertThat(agent.names()).containsExactly("good");

    assertThat(run("--all", "--anyway").out()).contains("Added bad");
  }

  @Test
  void a_password_that_is_not_told_is_said_once_and_is_exit_2() {
    agent.offer.of(offered("1", "shop"), withoutCredentials("2", "team"));

    CliRun.Result result = run("--all");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).containsOnlyOnce("password of team").contains("upkeep add");
    assertThat(agent.names()).containsExactly("shop");
  }

  @Test
  void many_without_a_password_are_not_all_listed() {
    agent.offer.of(
        Stream.iterate(1, n -> n + 1)
            .limit(30)
            .map(n -> withoutCredentials("" + n, "team" + n))
            .toList());

    assertThat(run("--all").err()).contains("team5 and 25 more").doesNotContain("team6");
  }

  @Test
  void entries_that_could_not_be_understood_are_counted() {
    agent.offer.of(offered("1", "shop")).unreadable(3);

    assertThat(run("--all").err()).contains("3 entries");
  }

  @Test
  void of_a_paid_one_it_is_said_what_is_known() {
    agent.offer.of(
        new OfferedDatabase(
            "1",
            "pro",
            "eu1-1.upstash.io:6379",
            "",
            OfferedDatabase.State.ACTIVE,
            OfferedDatabase.Plan.PAID,
            true,
            Optional.empty()));

    assertThat(run("--all").err()).contains("Only free databases are known to be archived");
  }

  @ParameterizedTest
  @CsvSource({"INVALID, 2", "SERVICE, 1", "OFFLINE, 5"})
  void an_account_that_cannot_be_listed_says_why(Refused.Reason reason, int exitCode) {
    agent.offer.refusing(Refused.verbatim(reason, List.of("This is why.")));

    CliRun.Result result = run("--all");

    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(result.err()).isEqualToIgnoringNewLines("upkeep: This is why.");
  }

  @Test
  void where_nobody_can_be_asked_the_arguments_say_which_before_any_key_is_used() {
    CliRun.Result result = run();

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("--all", "--only", "--dry-run");
    assertThat(agent.offer.accounts).isEmpty();
    assertThat(run("--all", "--dry-run").exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"'someone@example.com\n" + KEY + "\n'", "'\nsomeone@example.com \n\n " + KEY + "'"})
  void standard_input_has_the_email_and_then_the_key(String text) {
    agent.offer.of(offered("1", "shop"));

    CliRun.Result result = run(CliRun.asking(agent).stdin(text), "--all");

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertAsked();
  }

  @Test
  void the_key_alone_comes_from_standard_input_beside_an_email_of_the_environment() {
    run(CliRun.asking(agent).env("UPSTASH_EMAIL", EMAIL).stdin(KEY), "--all");

    assertAsked();
  }

  @ParameterizedTest
  @CsvSource({"''", "someone@example.com"})
  void without_an_account_it_is_said_where_one_is_looked_for(String text) {
    CliRun.Result result = run(CliRun.asking(agent).stdin(text), "--all");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("UPSTASH_EMAIL", "UPSTASH_API_KEY");
    assertThat(agent.offer.accounts).isEmpty();
  }

  @Test
  void a_key_in_the_arguments_is_refused_and_not_repeated() {
    CliRun.Result result = run(CliRun.asking(agent), EMAIL, KEY);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(agent.offer.accounts).isEmpty();
  }

  static Stream<String> hostileNames() {
    return HostileNames.storable();
  }

  @ParameterizedTest
  @MethodSource("hostileNames")
  void a_hostile_name_stays_in_its_row(String name) {
    agent.offer.of(offered("1", name), offered("2", "shop"));

    assertThat(run("--dry-run").out().lines()).hasSize(3);
  }
}
