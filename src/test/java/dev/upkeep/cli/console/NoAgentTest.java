package dev.upkeep.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NoAgentTest {
  @ParameterizedTest
  @ValueSource(strings = {"status", "stop", "status --json"})
  void what_needs_an_agent_says_that_none_runs(String command) {
    CliAgent agent = new CliAgent().notRunning();

    CliRun.Result result = CliRun.asking(agent).run(command.split(" "));

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualToIgnoringNewLines("upkeep: No agent is running. Start one: upkeep agent.");
    assertThat(agent.taken).as("the lock is never taken").isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"list", "history", "settings", "pause --all", "resume --all", "export -", "ping"})
  void everything_else_does_without(String command) {
    CliAgent agent = new CliAgent().notRunning().with(Samples.healthy("shop"));

    CliRun.Result result = CliRun.asking(agent).run(command.split(" "));

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(agent.open).isZero();
  }

  @Test
  void a_lock_that_another_instance_holds_is_exit_3() {
    AgentAccess locked =
        new AgentAccess() {
          @Override
          public AgentApi running() throws NoAgentException {
            throw new NoAgentException("Another instance holds the lock.");
          }

          @Override
          public AgentApi runningOrInProcess() throws NoAgentException {
            return running();
          }

          @Override
          public void stopRunning() throws NoAgentException {
            running();
          }
        };

    CliRun.Result result = new CliRun().access(locked).run("list");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains("Another instance holds the lock.");
  }

  @Test
  void stop_ends_the_agent() {
    CliAgent agent = new CliAgent();

    assertThat(CliRun.asking(agent).run("stop").out()).contains("The agent stops.");
    assertThat(agent.stopped).isTrue();
    assertThat(CliRun.asking(agent).run("stop", "--json").json().getFirst().bool("stopped"))
        .contains(true);
  }

  @Test
  void without_access_the_commands_do_not_exist() {
    CliRun.Result result = new CliRun().run("list");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(new CliRun().run("--help").out())
        .contains("ping", "doctor")
        .doesNotContain("history");
    assertThat(CliRun.asking(new CliAgent()).run("--help").out()).contains("ping", "history");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "add",
        "list",
        "status",
        "history",
        "edit",
        "remove",
        "pause",
        "resume",
        "touch",
        "settings",
        "export",
        "import",
        "login-start",
        "stop"
      })
  void every_command_explains_itself(String command) {
    CliRun.Result result = CliRun.asking(new CliAgent()).run(command, "--help");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("Usage: upkeep " + command, "--json", "--no-color");
  }
}
