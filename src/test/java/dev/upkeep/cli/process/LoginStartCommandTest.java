package dev.upkeep.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.CliAgent;
import dev.upkeep.cli.console.CliRun;
import dev.upkeep.control.LoginStartStatus;
import dev.upkeep.control.LoginStartStatus.State;
import dev.upkeep.language.Sentence;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LoginStartCommandTest {
  private static final String PLACE = "/home/ann/.config/autostart/upkeep.desktop";

  private final CliAgent agent = new CliAgent();

  private CliRun.Result run(String... arguments) {
    CliRun.Result result = CliRun.asking(agent).run(arguments);
    assertThat(agent.open).isZero();
    return result;
  }

  private void has(State state) {
    agent.login.is(new LoginStartStatus(state, Optional.of(PLACE), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ON                 | on               | Upkeep starts at login: ",
        "OFF                | off              | Upkeep does not start at login. upkeep login-start",
        "DISABLED_BY_SYSTEM | disabledBySystem | the system has switched it off",
        "ELSEWHERE          | elsewhere        | another program, or one that is gone",
      })
  void status_says_what_is_there_and_where(State state, String word, String sentence) {
    has(state);

    CliRun.Result text = run("login-start", "status");
    assertThat(text.exitCode()).isZero();
    assertThat(text.out()).hasLineCount(1).contains(sentence, PLACE);

    assertThat(run("login-start", "status", "--json").json())
        .singleElement()
        .satisfies(o -> {
          assertThat(o.string("loginStart")).contains(word);
          assertThat(o.string("place")).contains(PLACE);
        });
    assertThat(agent.login.status().state()).isEqualTo(state);
  }

  @Test
  void it_is_turned_on_and_off() {
    has(State.ELSEWHERE);

    assertThat(run("login-start", "on").out()).startsWith("Upkeep starts at login: " + PLACE);
    assertThat(agent.login.status().state()).isEqualTo(State.ON);
    assertThat(run("login-start", "off", "--json").json().getFirst().string("loginStart"))
        .contains("off");
    assertThat(agent.login.status().state()).isEqualTo(State.OFF);
  }

  @Test
  void where_it_is_not_offered_status_says_so_and_turning_is_exit_2() {
    agent.login.is(
        new LoginStartStatus(
            State.UNAVAILABLE, Optional.empty(), Optional.of(Sentence.verbatim("Not here."))));

    CliRun.Result status = run("login-start", "status");
    assertThat(status.exitCode()).isZero();
    assertThat(status.out()).isEqualToIgnoringNewLines("Not here.");

    CliRun.Result on = run("login-start", "on");
    assertThat(on.exitCode()).isEqualTo(2);
    assertThat(on.err()).isEqualToIgnoringNewLines("upkeep: Not here.");
    assertThat(on.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"login-start", "login-start maybe", "login-start on off"})
  void what_cannot_be_used_is_exit_2(String command) {
    CliRun.Result result = run(command.split(" "));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).hasLineCount(1);
    assertThat(agent.taken).isZero();
  }
}
