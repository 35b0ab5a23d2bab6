package dev.upkeep.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Pause;
import dev.upkeep.json.Json;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChoiceCommandsTest {
  private final CliAgent agent = new CliAgent();

  @BeforeEach
  void define() {
    agent.with(Samples.healthy("shop")).with(Samples.healthy("Shop2")).with(Samples.healthy("-x"));
  }

  private CliRun.Result run(String... arguments) {
    CliRun.Result result = CliRun.asking(agent).run(arguments);
    assertThat(agent.open).isZero();
    return result;
  }

  @Test
  void databases_are_removed_by_name_without_regard_to_case() {
    CliRun.Result result = run("remove", "SHOP", "shop2", "shop");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out().lines()).containsExactly("Removed shop.", "Removed Shop2.");
    assertThat(agent.names()).containsExactly("-x");
  }

  @Test
  void a_removal_that_leaves_a_secret_says_so_and_is_no_success() {
    agent.unforgettable = Optional.of("The keychain is locked.");

    CliRun.Result result = run("remove", "shop");

    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.out()).isEqualTo("Removed shop.\n");
    assertThat(result.err()).contains("The keychain is locked.");
    assertThat(agent.names()).doesNotContain("shop");
  }

  @Test
  void the_exact_name_comes_before_the_one_in_another_case() {
    agent.with(Samples.healthy("SHOP"));

    assertThat(run("remove", "SHOP").out()).contains("Removed SHOP.");
  }

  @Test
  void a_name_that_looks_like_an_option_follows_two_dashes() {
    assertThat(run("remove", "-x").exitCode()).isEqualTo(2);
    assertThat(run("remove", "--", "-x").out()).contains("Removed -x.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shpo | Did you mean shop?",
        "sho | Did you mean shop, Shop2?",
        "payments | upkeep list shows all.",
        "rediss://default:c4n4ry@host | does not belong in the arguments",
        "c4n4ryc4n4ryc4n4ryc4n4ryc4n4ryc4n4ryc4n4ry | no database of that name"
      })
  void an_unknown_name_changes_nothing_and_suggests_others(String name, String hint) {
    for (String command : new String[] {"remove", "pause", "resume", "ping", "history"}) {
      CliRun.Result result = run(command, name);

      assertThat(result.exitCode()).as(result.everything()).isEqualTo(2);
      assertThat(result.err()).contains(hint).hasLineCount(1).doesNotContain("c4n4ry");
    }
    assertThat(run("remove", "shop", name, "nobody").err()).hasLineCount(2);
    assertThat(agent.names()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"remove", "pause", "resume", "remove shop --all", "pause shop --all"})
  void names_or_all_but_not_both_and_not_neither(String command) {
    CliRun.Result result = run(command.split(" "));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("--all");
    assertThat(agent.taken).isZero();
  }

  @Test
  void removing_all_asks_a_person_and_nobody_else() {
    CliRun person = CliRun.asking(agent);

    CliRun.Result no = person.typing(new FakeTerminal("n")).run("remove", "--all");
    assertThat(no.exitCode()).isZero();
    assertThat(no.err()).contains("Remove all databases? [y/N] ", "Nothing was removed.");
    assertThat(person.typing(new FakeTerminal()).run("remove", "--all").out()).isEmpty();
    assertThat(agent.names()).hasSize(3);

    assertThat(person.typing(new FakeTerminal("Yes")).run("remove", "--all").out()).hasLineCount(3);
    assertThat(agent.names()).isEmpty();
  }

  @Test
  void yes_and_a_pipe_are_not_asked() {
    FakeTerminal silent = new FakeTerminal();
    assertThat(CliRun.asking(agent).typing(silent).run("remove", "--all", "--yes").out())
        .hasLineCount(3);
    assertThat(silent.shown).isZero();

    define();
    assertThat(run("remove", "--all", "--json").json())
        .extracting(o -> o.string("database").orElse(""), o -> o.bool("removed").orElse(false))
        .hasSize(3);
  }

  @Test
  void a_pause_says_when_it_ends() {
    assertThat(run("pause", "shop", "--for", "4h").out())
        .isEqualToIgnoringNewLines("Paused shop for 4 h.");
    assertThat(run("pause", "shop", "--for", "3d").out()).contains("Paused shop until 25 Nov.");
    assertThat(run("pause", "shop").out()).contains("Paused shop until it is resumed.");
    assertThat(agent.named("shop").paused()).contains(new Pause.UntilResumed());
  }

  @Test
  void a_pause_in_json_is_the_database() {
    Json.Obj shop = run("pause", "shop", "--for", "4h", "--json").json().getFirst();

    assertThat(shop.string("state")).contains("paused");
    assertThat(shop.bool("paused")).contains(true);
    assertThat(shop.string("pausedUntil"))
        .contains(Words.instant(Samples.NOW.plus(Duration.ofHours(4))));
  }

  @Test
  void resuming_says_when_it_is_touched_next() {
    run("pause", "--all");

    CliRun.Result result = run("resume", "--all");

    assertThat(result.out()).hasLineCount(3).contains("Resumed shop. Next touch now.");
    assertThat(agent.named("shop").paused()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "0s", "-4h"})
  void a_time_that_is_none_is_refused(String time) {
    CliRun.Result result = run("pause", "shop", "--for=" + time);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("--for is a duration");
  }
}
