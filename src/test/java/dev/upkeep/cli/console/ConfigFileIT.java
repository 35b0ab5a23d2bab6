package dev.upkeep.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.json.Json;
import dev.upkeep.testing.Modes;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.UpkeepProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An agent that keeps what a file says, as on a server: `upkeep agent --headless --config FILE`.
final class ConfigFileIT {
  private static final String PASSWORD = "c4n4ry-Pa55word";

  @TempDir private Path folder;

  private Path home() {
    return folder.resolve("home");
  }

  private Path config(String text) throws Exception {
    return Files.writeString(folder.resolve("databases.json"), text);
  }

  private static String entries(String... entries) {
    return "{\"format\": 1, \"databases\": [" + String.join(",\n", entries) + "]}";
  }

  private static String entry(String name, int port, String more) {
    return "{\"name\": \"%s\", \"endpoint\": {\"type\": \"redis\", \"host\": \"127.0.0.1\", \"port\": %d, \"tls\": false}%s}"
        .formatted(name, port, more);
  }

  private UpkeepProcess upkeep() {
    return new UpkeepProcess()
        .env("UPKEEP_HOME", home().toString())
        .env("UPKEEP_LABEL", "server")
        .env("SHOP_PASSWORD", PASSWORD);
  }

  private UpkeepProcess.Result agent(Path config) throws InterruptedException {
    return upkeep().run("agent", "--headless", "--config", config.toString());
  }

  /// Asks the running agent as any shell of this user would.
  private CliRun.Result ask(String... arguments) {
    return new CliRun()
        .access(new LocalAgent(Map.of("UPKEEP_HOME", home().toString()), Optional.empty()))
        .run(arguments);
  }

  private void untilAlive(UpkeepProcess.Started agent, int databases) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (agent.outSoFar().lines().filter(line -> line.contains(": PONG")).count() < databases) {
      assertThat(System.nanoTime()).as(agent.outSoFar()).isLessThan(end);
      assertThat(agent.process().isAlive()).isTrue();
      Thread.sleep(50);
    }
  }

  @Test
  void a_file_that_is_not_there_or_no_file_or_not_ours_to_read_is_said_so() throws Exception {
    UpkeepProcess.Result missing = agent(folder.resolve("missing.json"));
    UpkeepProcess.Result noFile = agent(folder);

    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).contains("There is no file " + folder.resolve("missing.json"));
    assertThat(noFile.exitCode()).isEqualTo(2);
    assertThat(noFile.err()).contains("cannot be read: it is not a file");

    Path secretive = config(entries());
    Modes.set(secretive, "---------");
    // Root may read everything.
    if (!Files.isReadable(secretive)) {
      assertThat(agent(secretive).err()).contains("cannot be read: access denied");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~ | holds no definitions",
        "{\"format\": 1 | holds no definitions",
        "x\u0000\u0001 | holds no definitions",
        "[] | this is not an object in braces",
        "{\"databases\": []} | \"format\": 1 is missing",
        "{\"format\": 1} | the databases are missing",
        "{\"format\": 99, \"databases\": []} | A newer version of Upkeep wrote this file",
      })
  void a_file_that_holds_no_definitions_is_refused(String text, String why) throws Exception {
    UpkeepProcess.Result result = agent(config(text));

    assertThat(result.exitCode()).as(result.everything()).isEqualTo(2);
    assertThat(result.err()).contains(why);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void every_entry_that_cannot_be_used_is_named_at_once_and_nothing_is_begun() throws Exception {
    Path config =
        config(
            entries(
                entry("good", 1, ", \"secret\": \"none\""),
                entry("plain", 1, ", \"secret\": \"c4n4ry-in-plain-text\""),
                entry("relative", 1, ", \"secret\": \"file:c4n4ry/relative\""),
                entry("beside", 1, ", \"password\": \"c4n4ry-beside-it\""),
                "{\"name\": \"inside\", \"endpoint\": {\"type\": \"rest\","
                    + " \"url\": \"https://user:c4n4ry@h.upstash.io\"}}",
                entry("good", 1, "")));

    UpkeepProcess.Result result = agent(config);

    assertThat(result.exitCode()).as(result.everything()).isEqualTo(2);
    assertThat(result.err())
        .contains("plain", "relative", "beside", "inside", "Database 6")
        .doesNotContain("Database 1,");
    assertThat(result.everything()).doesNotContain("c4n4ry");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void good_ones_are_touched_with_their_references_and_the_file_is_never_written()
      throws Exception {
    try (RedisServer byVariable = RedisServer.builder().password(PASSWORD).start();
        RedisServer byFile = RedisServer.builder().password("c4n4ry-in-file").start()) {
      Path secret = Files.writeString(folder.resolve("secret"), "c4n4ry-in-file\n");
      Path config =
          config(
              entries(
                  entry("shop", byVariable.port(), ", \"secret\": \"env:SHOP_PASSWORD\""),
                  entry("blog", byFile.port(), ", \"secret\": \"file:" + secret + "\"")));
      byte[] before = Files.readAllBytes(config);
      Object written = Files.getLastModifiedTime(config);
      try (UpkeepProcess.Started agent =
          upkeep().start("agent", "--headless", "--config", config.toString())) {
        untilAlive(agent, 2);

        assertThat(byVariable.snapshot()).containsOnlyKeys("upkeep:last-touch");
        assertThat(byFile.snapshot()).containsOnlyKeys("upkeep:last-touch");
        assertThat(byVariable.command("GET", "upkeep:last-touch")).endsWith(" server");
        assertThat(ask("list", "--json").json())
            .extracting(database -> database.string("state").orElseThrow())
            .containsExactly("alive", "alive");
        assertThat(ask("status", "--json").json().getFirst().string("label")).contains("server");
        assertThat(ask("doctor", "blog").exitCode()).isZero();
        requireReadOnly(config);

        assertThat(ask("stop").exitCode()).isZero();
        UpkeepProcess.Result end = agent.await();
        assertThat(end.exitCode()).as(end.everything()).isZero();
        assertThat(end.everything()).doesNotContain("c4n4ry");
      }
      assertThat(Files.readAllBytes(config)).isEqualTo(before);
      assertThat(Files.getLastModifiedTime(config)).isEqualTo(written);
      try (Stream<Path> beside = Files.list(folder)) {
        assertThat(beside).containsExactlyInAnyOrder(config, secret, home());
      }
      requireNothingStored();
    }
  }

  /// What would change the file is refused with a sentence; what only reads goes on.
  private void requireReadOnly(Path config) throws Exception {
    String before = ask("export", "-").out();
    Path export = Files.writeString(home().resolve("export.json"), before);
    for (List<String> change :
        List.of(
            List.of("edit", "shop", "--every", "1h"),
            List.of("edit", "shop", "--name", "other"),
            List.of("pause", "shop"),
            List.of("resume", "--all"),
            List.of("remove", "shop"),
            List.of("settings", "interval", "2h"),
            List.of("import", export.toString()))) {
      CliRun.Result refused = ask(change.toArray(String[]::new));

      assertThat(refused.exitCode()).as(change + refused.everything()).isEqualTo(2);
      assertThat(refused.err()).as(change.toString()).contains("cannot be changed here");
    }
    CliRun.Result add =
        new CliRun()
            .access(new LocalAgent(Map.of("UPKEEP_HOME", home().toString()), Optional.empty()))
            .stdin("redis://127.0.0.1:1")
            .run("add", "new", "--anyway");
    assertThat(add.exitCode()).as(add.everything()).isEqualTo(2);
    assertThat(add.err()).contains("cannot be changed here");
    assertThat(ask("export", "-").out()).isEqualTo(before);
    assertThat(Json.parse(before)).isNotNull();
    Files.delete(export);
    assertThat(config).exists();
  }

  /// History is kept, definitions and secrets are not.
  private void requireNothingStored() throws Exception {
    try (Stream<Path> files = Files.walk(home())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(file.getFileName().toString()).isNotIn("upkeep.json", "secrets.p12");
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("c4n4ry");
      }
    }
  }

  @Test
  void a_reference_that_leads_to_nothing_stops_only_its_own_database() throws Exception {
    try (RedisServer redis = RedisServer.start()) {
      Path config =
          config(
              entries(
                  entry("lost", redis.port(), ", \"secret\": \"env:NOT_THERE\""),
                  entry("open", redis.port(), ", \"secret\": \"none\"")));
      try (UpkeepProcess.Started agent =
          upkeep().start("agent", "--headless", "--config", config.toString())) {
        untilAlive(agent, 1);
        CliRun.Result ping = ask("ping", "lost");

        assertThat(ping.exitCode()).as(ping.everything()).isEqualTo(4);
        assertThat(ping.err()).contains("The variable NOT_THERE is not set.");
        assertThat(ask("ping", "open").exitCode()).isZero();
        assertThat(ask("stop").exitCode()).isZero();
        assertThat(agent.await().exitCode()).isZero();
      }
    }
  }
}
