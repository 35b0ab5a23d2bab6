package dev.upkeep.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddAtTerminalTest {
  private static final String CANARY = "c4n4ryPa55w0rd";
  private static final String URL =
      "rediss://default:" + CANARY + "@eu1-fast-cat-4711.upstash.io:6379";

  private final CliAgent agent = new CliAgent();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void at_a_terminal_the_text_is_asked_for_and_read_to_the_end_of_the_paste(boolean pasted) {
    FakeTerminal person =
        new FakeTerminal(
            "UPSTASH_REDIS_REST_URL=https://eu1-fast-cat-4711.upstash.io",
            "",
            "UPSTASH_REDIS_REST_TOKEN=" + CANARY + CANARY,
            "",
            "");
    person.pasted = pasted;

    CliRun.Result result = CliRun.asking(agent).typing(person).run("add", "shop");

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(person.shown).isZero();
    assertThat(result.err()).contains("not shown");
    assertThat(result.everything()).doesNotContain(CANARY);
    assertThat(agent.secretOf("shop")).isEqualTo(Optional.of(CANARY + CANARY));
  }

  @Test
  void a_paste_of_several_databases_is_read_to_its_end() {
    FakeTerminal person = new FakeTerminal(URL, "", URL.replace("eu1", "eu2"), "", "");
    person.pasted = true;

    CliRun.Result result = CliRun.asking(agent).typing(person).run("add");

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(agent.names()).hasSize(2);
  }

  @Test
  void a_text_that_stays_incomplete_ends_with_a_second_empty_line() {
    FakeTerminal person = new FakeTerminal("UPSTASH_REDIS_REST_URL=https://eu1.upstash.io", "", "");

    CliRun.Result result = CliRun.asking(agent).typing(person).run("add");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("UPSTASH_REDIS_REST_TOKEN");
  }

  @Test
  void nobody_types_a_secret_for_all_to_see() {
    Terminal piped =
        new Terminal() {
          @Override
          public boolean interactive() {
            return false;
          }

          @Override
          public boolean showsTyping() {
            return true;
          }

          @Override
          public Optional<String> readLine() {
            return Optional.empty();
          }

          @Override
          public Optional<String> readHidden() {
            return Optional.empty();
          }

          @Override
          public boolean wasWaiting() {
            return false;
          }
        };

    CliRun.Result result = CliRun.asking(agent).typing(piped).stdin(URL).run("add");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("would be shown");
    assertThat(agent.names()).isEmpty();
  }
}
