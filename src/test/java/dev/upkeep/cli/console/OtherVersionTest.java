package dev.upkeep.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.OtherAgent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An agent of another version, as an update leaves one behind.
@Timeout(60)
final class OtherVersionTest {
  @TempDir private Path home;

  private CliRun upkeep(Optional<String> profile) {
    return new CliRun().access(new LocalAgent(Map.of("UPKEEP_HOME", home.toString()), profile));
  }

  @Test
  void it_is_stopped_all_the_same() throws IOException {
    try (OtherAgent other = new OtherAgent(home.resolve("agent.sock"))) {
      CliRun.Result result = upkeep(Optional.empty()).run("stop");

      assertThat(result.exitCode()).as(result.everything()).isZero();
      assertThat(result.out()).contains("The agent stops.");
      assertThat(other.lines().getLast()).isEqualTo("{\"request\":\"stop\"}");
    }
  }

  @Test
  void everything_else_says_how_to_get_on() throws IOException {
    try (OtherAgent other = new OtherAgent(home.resolve("agent.sock"))) {
      for (String command : List.of("status", "list", "ping shop", "doctor shop")) {
        CliRun.Result result = upkeep(Optional.empty()).run(command.split(" "));

        assertThat(result.exitCode()).as(command).isEqualTo(3);
        assertThat(result.err()).contains("upkeep stop, then upkeep agent");
      }
      assertThat(other.lines()).noneMatch(line -> line.contains("stop"));
    }
  }

  @Test
  void where_none_runs_there_is_none_to_stop() {
    CliRun.Result result = upkeep(Optional.empty()).run("stop");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains("No agent is running.");
  }

  @Test
  void that_of_another_profile_is_left_alone() throws IOException {
    Files.createDirectories(home.resolve("profiles").resolve("work"));
    try (OtherAgent other = new OtherAgent(home.resolve("agent.sock"))) {
      assertThat(upkeep(Optional.of("work")).run("stop").exitCode()).isEqualTo(3);
      assertThat(other.lines()).isEmpty();
    }
  }
}
