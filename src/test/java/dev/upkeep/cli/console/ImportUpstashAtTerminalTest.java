package dev.upkeep.cli.console;

import static dev.upkeep.testing.FakeOffer.KEY;
import static dev.upkeep.testing.FakeOffer.kept;
import static dev.upkeep.testing.FakeOffer.offered;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImportUpstashAtTerminalTest {
  private final CliAgent agent = new CliAgent();

  private CliRun.Result typing(String... lines) {
    CliRun.Result result =
        CliRun.asking(agent).typing(new FakeTerminal(lines)).run("import-upstash");
    assertThat(result.everything()).doesNotContain(KEY);
    assertThat(agent.open).as("every agent that was opened is closed").isZero();
    return result;
  }

  @Test
  void a_person_is_asked_for_the_account_and_then_which() {
    agent.offer.of(offered("1", "shop"), kept("2", "blog", "blog"), offered("3", "x"));

    CliRun.Result result = typing("someone@example.com", KEY, "9", "1, 3");

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(agent.names()).containsExactlyInAnyOrder("shop", "x");
    assertThat(result.err()).contains("E-mail", "not shown", "kept as blog", "numbers from 1 to 3");
    assertThat(result.out().lines()).as("the result alone").hasSize(2);
    assertThat(agent.offer.accounts).as("the key is used once").hasSize(1);
  }

  @Test
  void the_key_is_typed_where_nobody_sees_it() {
    agent.offer.of(offered("1", "shop"));
    FakeTerminal person = new FakeTerminal("someone@example.com", KEY, "all");

    CliRun.asking(agent).typing(person).run("import-upstash");

    assertThat(person.shown).as("the e-mail and the choice").isEqualTo(2);
    assertThat(agent.names()).containsExactly("shop");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void enter_is_none(String answer) {
    agent.offer.of(offered("1", "shop"));

    CliRun.Result result = typing("someone@example.com", KEY, answer);

    assertThat(result.exitCode()).isZero();
    assertThat(agent.names()).isEmpty();
    assertThat(agent.offer.forgotten).hasSize(1);
  }

  @Test
  void the_end_of_input_is_none_too() {
    agent.offer.of(offered("1", "shop"));

    assertThat(typing("someone@example.com", KEY).exitCode()).isZero();
    assertThat(agent.names()).isEmpty();
  }

  @Test
  void nothing_to_add_is_no_question() {
    agent.offer.of(kept("1", "shop", "shop"));

    CliRun.Result result = typing("someone@example.com", KEY);

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).doesNotContain("Add which");
  }

  @Test
  void a_list_that_is_forgotten_while_a_person_thinks_is_asked_for_again() {
    agent.offer.of(offered("1", "shop"), offered("2", "blog"));
    FakeTerminal slow =
        new FakeTerminal("someone@example.com", KEY, "2") {
          @Override
          public Optional<String> readLine() {
            agent.offer.expire();
            return super.readLine();
          }
        };

    CliRun.Result result = CliRun.asking(agent).typing(slow).run("import-upstash");

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(agent.names()).containsExactly("blog");
    assertThat(agent.offer.accounts).hasSize(2);
    assertThat(agent.offer.forgotten).hasSize(1);
  }
}
