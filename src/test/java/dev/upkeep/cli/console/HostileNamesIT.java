package dev.upkeep.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.DatabaseName;
import dev.upkeep.json.Json;
import dev.upkeep.testing.HostileNames;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.UpkeepProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The names of [HostileNames] through a real agent, which is one process for all of them, with its
/// files and its socket.
final class HostileNamesIT {
  private static final String PASSWORD = "c4n4ryPa55w0rd";

  @TempDir private static Path home;

  private static RedisServer redis;
  private static UpkeepProcess.Started agent;

  @BeforeAll
  static void start() throws Exception {
    redis = RedisServer.builder().password(PASSWORD).start();
    agent = upkeep().start("agent", "--headless");
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (run("status").exitCode() != 0) {
      assertThat(System.nanoTime()).as("the agent answers").isLessThan(end);
      Thread.sleep(50);
    }
  }

  @BeforeEach
  void empty() {
    run("remove", "--all", "--yes");
    assertThat(good("list", "--json").out()).isEmpty();
  }

  @AfterAll
  static void stop() throws Exception {
    try (UpkeepProcess.Started process = agent;
        RedisServer _ = redis) {
      assertThat(run("stop").exitCode()).isZero();
      UpkeepProcess.Result end = process.await();
      assertThat(end.exitCode()).as(end.everything()).isZero();
      requireClean(end.everything());
    }
  }

  private static UpkeepProcess upkeep() {
    return new UpkeepProcess()
        .env("UPKEEP_HOME", home.toString())
        .env("UPKEEP_PASSPHRASE", "c4n4ry-passphrase")
        .env("UPKEEP_LABEL", "test");
  }

  static Stream<String> storable() {
    return HostileNames.storable();
  }

  static Stream<String> unstorable() {
    return HostileNames.unstorable();
  }

  /// Nothing that a terminal obeys, and no secret.
  private static void requireClean(String output) {
    assertThat(output).doesNotContain("c4n4ry");
    // Lines of CSV end as RFC 4180 says; a carriage return anywhere else is found.
    assertThat(output.replace("\r\n", "\n").split("\n"))
        .allSatisfy(line -> assertThat(line.codePoints()).noneMatch(DatabaseName::isInvisible));
  }

  private static CliRun.Result run(String... arguments) {
    CliRun.Result result =
        new CliRun()
            .access(new LocalAgent(Map.of("UPKEEP_HOME", home.toString()), Optional.empty()))
            .stdin(redis.url())
            .run(arguments);
    requireClean(result.everything());
    return result;
  }

  private static CliRun.Result good(String... arguments) {
    CliRun.Result result = run(arguments);
    assertThat(result.exitCode()).as(result.everything()).isZero();
    return result;
  }

  private static Json.Obj only(String... arguments) {
    List<Json.Obj> objects = good(arguments).json();
    assertThat(objects).hasSize(1);
    return objects.getFirst();
  }

  @ParameterizedTest
  @MethodSource("storable")
  void a_name_comes_back_from_the_agent_as_it_was_given(String name) throws Exception {
    assertThat(good("add", "--", name).out()).contains("Added " + name + " (");

    assertThat(only("list", "--json").string("database")).contains(name);
    assertThat(good("status", "--json").json().getLast().string("database")).contains(name);
    assertThat(good("list").out()).hasLineCount(2);
    assertThat(good("status").out()).contains("1 database alive.");
    assertThat(only("history", "--json", "--", name).string("database")).contains(name);
    assertThat(good("history", "--", name).out()).hasLineCount(1);
    assertThat(good("history", "--format", "csv", "--", name).out()).hasLineCount(2);
    assertThat(Json.parse(good("export", "-").out()).asObject().orElseThrow().array("databases"))
        .hasValueSatisfying(databases ->
            assertThat(databases.getFirst().asObject().flatMap(d -> d.string("name")))
                .contains(name));

    assertThat(good("doctor", "--", name).out()).contains("defined as " + name, "Alive: ");
    assertThat(good("doctor", "--json", "--", name).json())
        .allSatisfy(object -> assertThat(object.string("database")).contains(name));
    assertThat(good("ping", "--", name).out()).contains("PONG (" + name + ", ");
    assertThat(only("ping", "--json", "--", name).string("database")).contains(name);
    assertThat(good("pause", "--for", "4h", "--", name).out())
        .contains("Paused " + name + " for 4 h.");
    assertThat(only("list", "--json").bool("paused")).contains(true);
    assertThat(good("resume", "--", name).out()).contains("Resumed " + name + ".");
    assertThat(good("edit", "--every", "1h", "--", name).out()).contains("Changed " + name + ".");
    assertThat(good("edit", "--name=plain", "--", name).out()).contains("Changed plain.");
    assertThat(good("edit", "--name=" + name, "plain").out()).contains("Changed " + name + ".");
    assertThat(good("remove", "--", name).out()).contains("Removed " + name + ".");
    assertThat(good("list", "--json").out()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("unstorable")
  void a_name_that_moves_the_cursor_is_not_stored(String name) {
    assertThat(run("add", "--", name).exitCode()).isEqualTo(2);
    assertThat(run("remove", "--", name).exitCode()).isEqualTo(2);
    assertThat(run("doctor", "--", name).exitCode()).isEqualTo(2);
    assertThat(good("list", "--json").out()).isEmpty();
  }

  @Test
  void all_of_them_together_come_through_real_arguments_and_into_every_export() throws Exception {
    List<String> names = storable().toList();
    for (String name : names) {
      good("add", "--anyway", "--", name);
    }
    List<String> pause = new ArrayList<>(List.of("pause", "--for", "4h", "--"));
    pause.addAll(names);

    UpkeepProcess.Result paused = upkeep().run(pause.toArray(String[]::new));
    UpkeepProcess.Result list = upkeep().run("list", "--json");
    UpkeepProcess.Result csv = upkeep().run("history", "--format", "csv");

    assertThat(paused.exitCode()).as(paused.everything()).isZero();
    assertThat(list.out()).hasLineCount(names.size());
    for (String line : list.out().lines().toList()) {
      Json.Obj database = Json.parse(line).asObject().orElseThrow();
      assertThat(database.bool("paused")).as(line).contains(true);
      assertThat(names).contains(database.string("database").orElseThrow());
    }
    assertThat(csv.out().lines().skip(1)).hasSize(names.size());
    List.of(paused, list, csv).forEach(result -> requireClean(result.everything()));

    Path file = home.resolve("export.json");
    good("export", file.toString());
    good("remove", "--all");
    good("import", file.toString());
    assertThat(good("list", "--json").json())
        .extracting(database -> database.string("database").orElseThrow())
        .containsExactlyElementsOf(names);
    Files.delete(file);
  }
}
