package dev.upkeep.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.upkeep.testing.Modes;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.UpkeepProcess;
import dev.upkeep.testing.Wait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a real agent's log goes. A damaged history gives it something to say.
final class AgentLogIT {
  @TempDir private Path home;

  private Path log() {
    return home.resolve("logs/upkeep.log");
  }

  private UpkeepProcess.Result runUntilStopped(String form, String... arguments) throws Exception {
    Files.writeString(home.resolve("upkeep.db"), "no database");
    UpkeepProcess upkeep =
        new UpkeepProcess().env("UPKEEP_HOME", home.toString()).env("UPKEEP_LOG", form);
    try (UpkeepProcess.Started agent = upkeep.start(arguments)) {
      while (upkeep.run("stop").exitCode() != 0) {
        assertThat(agent.process().isAlive()).as("the agent runs").isTrue();
      }
      return agent.await();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"text|[2", "json|{\"time\":\"2"})
  void the_agent_of_a_desktop_keeps_its_log_in_a_file_of_its_owner(String form, String beginning)
      throws Exception {
    UpkeepProcess.Result end = runUntilStopped(form, "agent");

    assertThat(end.exitCode()).as(end.everything()).isZero();
    assertThat(log()).content().startsWith(beginning).contains("WARN").contains("was damaged");
    assertThat(end.err()).contains("was damaged");
    assertThat(Modes.of(log())).isEqualTo("rw-------");
  }

  @Test
  void an_agent_of_a_server_has_no_log_file() throws Exception {
    UpkeepProcess.Result end = runUntilStopped("text", "agent", "--headless");

    assertThat(end.err()).contains("was damaged");
    assertThat(log().getParent()).doesNotExist();
  }

  @Test
  void an_agent_of_a_server_prints_touches_and_logs_apart_and_every_line_is_an_object()
      throws Exception {
    try (RedisServer redis = RedisServer.start()) {
      UpkeepProcess upkeep =
          new UpkeepProcess()
              // As the launcher does: else Java itself would speak on standard error.
              .javaOption("--enable-native-access=ALL-UNNAMED")
              .env("UPKEEP_HOME", home.toString())
              .env("UPKEEP_LOG", "json")
              .env("UPSTASH_REDIS_URL", redis.url());
      try (UpkeepProcess.Started agent =
          upkeep.start("--json", "agent", "--headless", "--metrics", ":0")) {
        Wait.until("first touch", () -> agent.outSoFar().endsWith("\n"));
        assertThat(upkeep.run("stop").exitCode()).isZero();
        UpkeepProcess.Result end = agent.await();

        assertThat(end.out().lines())
            .isNotEmpty()
            .allSatisfy(line -> assertThat(members(line)).contains("time", "database", "outcome"));
        assertThat(end.err().lines())
            .isNotEmpty()
            .allSatisfy(line ->
                assertThat(members(line))
                    .startsWith("time", "level", "logger", "thread", "message"));
      }
    }
  }

  private static Set<String> members(String line) {
    return JsonParser.parseString(line).getAsJsonObject().keySet();
  }

  @Test
  void a_log_file_that_cannot_be_written_is_said_once_and_stops_nothing() throws Exception {
    Files.writeString(home.resolve("logs"), "a file where the folder should be");

    UpkeepProcess.Result end = runUntilStopped("text", "agent");

    assertThat(end.exitCode()).as(end.everything()).isZero();
    assertThat(end.err()).containsOnlyOnce("The log file cannot be written");
    assertThat(end.err()).contains("was damaged");
  }
}
