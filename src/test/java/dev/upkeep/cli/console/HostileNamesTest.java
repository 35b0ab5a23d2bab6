package dev.upkeep.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.DatabaseName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Names that people may give and that have broken programs before, through every command.
@Tag("slow")
final class HostileNamesTest {
  private static final String URL = "rediss://default:c4n4ryPa55w0rd@h.upstash.io:6379";

  private final CliAgent agent = new CliAgent();

  private CliRun.Result run(String... arguments) {
    CliRun.Result result = CliRun.asking(agent).stdin(URL).run(arguments);
    assertThat(result.everything()).doesNotContain("c4n4ry");
    assertThat(result.everything().lines())
        .allSatisfy(line -> assertThat(line.codePoints()).noneMatch(DatabaseName::isInvisible));
    return result;
  }

  private CliRun.Result good(String... arguments) {
    CliRun.Result result = run(arguments);
    assertThat(result.exitCode()).as(result.everything()).isZero();
    return result;
  }

  @ParameterizedTest
  @MethodSource("dev.upkeep.testing.HostileNames#storable")
  void a_name_comes_through_every_command_as_it_is(String name) {
    assertThat(good("add", "--", name).out()).contains("Added " + name + " (");
    agent.with(
        Samples.recorded(1, agent.named(name), Samples.touch(Samples.NOW, Samples.failed())));

    assertThat(good("list", "--json").json().getFirst().string("database")).contains(name);
    assertThat(good("status", "--json").json().getLast().string("database")).contains(name);
    assertThat(good("list").out()).hasLineCount(2);
    assertThat(good("status").out()).contains("1 database alive.");
    assertThat(good("history", "--", name).out()).hasLineCount(1);
    assertThat(good("history", "--json", "--", name).json().getFirst().string("database"))
        .contains(name);
    assertThat(good("history", "--format", "csv", "--", name).out()).hasLineCount(2);
    assertThat(good("ping", "--", name).out()).contains("PONG (" + name + ", ");
    assertThat(good("pause", "--for", "4h", "--", name).out())
        .contains("Paused " + name + " for 4 h.");
    assertThat(good("resume", "--", name).out()).contains("Resumed " + name + ".");
    assertThat(good("edit", "--every", "1h", "--", name).out()).contains("Changed " + name + ".");
    assertThat(good("edit", "--name=plain", "--", name).out()).contains("Changed plain.");
    assertThat(good("edit", "--name=" + name, "plain").out()).contains("Changed " + name + ".");
    assertThat(good("remove", "--", name).out()).contains("Removed " + name + ".");
    assertThat(run("remove", "--", name).exitCode()).as("an unknown name").isEqualTo(2);
    assertThat(agent.names()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.upkeep.testing.HostileNames#unstorable")
  void a_name_that_moves_the_cursor_is_refused(String name) {
    assertThat(run("add", name).exitCode()).isEqualTo(2);
    agent.with(Samples.healthy("plain"));
    assertThat(run("edit", "plain", "--name", name).exitCode()).isEqualTo(2);
    assertThat(run("remove", name).exitCode()).isEqualTo(2);
    assertThat(run("settings", name).exitCode()).isEqualTo(2);
    assertThat(run("history", "--since", name).exitCode()).isEqualTo(2);
    assertThat(run("import", name).exitCode()).isEqualTo(2);
    assertThat(run(name).exitCode()).isEqualTo(2);
    assertThat(run("list", name).exitCode()).isEqualTo(2);
    assertThat(agent.names()).containsExactly("plain");
  }

  @ParameterizedTest
  @MethodSource("dev.upkeep.testing.HostileNames#unstorable")
  void and_where_one_was_stored_all_the_same_it_never_reaches_the_terminal(String name) {
    agent.with(Samples.healthy(name));
    agent.with(Samples.recorded(1, agent.named(name), Samples.touch(Samples.NOW, Samples.alive())));

    good("list");
    good("status");
    good("history");
    good("ping");
    good("pause", "--all");
    good("resume", "--all");
    good("remove", "--all");
  }
}
