package dev.upkeep.cli.ping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.CliRun;
import dev.upkeep.cli.console.LocalAgent;
import dev.upkeep.json.Json;
import dev.upkeep.testing.RedisServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `upkeep ping --config FILE`: once, without an agent, without a trace on this computer.
final class ConfigPingIT {
  private static final String PASSWORD = "c4n4ry-Pa55word";
  private static RedisServer redis;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    redis = RedisServer.builder().password(PASSWORD).start();
  }

  @BeforeEach
  void empty() {
    redis.command("FLUSHALL");
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  private static String entry(String name, String more) {
    return """
    {"name": "%s", "secret": "env:SHOP_PASSWORD",
     "endpoint": {"type": "redis", "host": "127.0.0.1", "port": %d, "tls": false}%s}\
    """
        .formatted(name, redis.port(), more);
  }

  private Path config(String... entries) throws Exception {
    return Files.writeString(
        folder.resolve("databases.json"),
        "{\"format\": 1, \"databases\": [" + String.join(",", entries) + "]}");
  }

  private CliRun.Result run(Map<String, String> secrets, String... arguments) {
    Map<String, String> environment =
        Stream.concat(
                secrets.entrySet().stream(),
                Stream.of(Map.entry("UPKEEP_HOME", folder.resolve("home").toString())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    CliRun.Result result =
        new CliRun().access(new LocalAgent(environment, Optional.empty())).run(arguments);
    assertThat(result.everything()).doesNotContain(PASSWORD);
    return result;
  }

  private CliRun.Result run(String... arguments) {
    return run(Map.of("SHOP_PASSWORD", PASSWORD), arguments);
  }

  @Test
  void every_database_of_the_file_is_touched_in_its_own_way_and_nothing_is_left_behind()
      throws Exception {
    Path config =
        config(
            entry("shop", ", \"key\": \"shop:alive\""),
            entry("blog", ", \"mode\": \"ping\""),
            entry("rests", ", \"paused\": true"));

    CliRun.Result result = run("ping", "--json", "--config", config.toString());

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(result.json())
        .extracting(touch -> touch.string("database").orElseThrow())
        .containsExactly("shop", "blog", "rests");
    assertThat(result.json())
        .extracting(touch -> touch.string("evidence").or(() -> touch.string("reason")).orElse(""))
        .containsExactly("write", "ping", "paused");
    assertThat(redis.snapshot()).containsOnlyKeys("shop:alive");
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @Test
  void names_choose_and_wake_those_that_rest() throws Exception {
    Path config = config(entry("shop", ""), entry("rests", ", \"paused\": true"));

    CliRun.Result one = run("ping", "--json", "--config", config.toString(), "RESTS");
    CliRun.Result unknown = run("ping", "--config", config.toString(), "stop", "redis://x:y@z");

    assertThat(one.exitCode()).as(one.everything()).isZero();
    assertThat(one.json()).hasSize(1);
    assertThat(one.json().getFirst().string("evidence")).contains("write");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("no database named stop").doesNotContain("x:y");
  }

  @Test
  void a_secret_that_is_not_there_fails_its_own_database_alone() throws Exception {
    Path config =
        config(entry("shop", ""), entry("lost", "").replace("SHOP_PASSWORD", "NOT_THERE"));

    CliRun.Result result = run("ping", "--config", config.toString());

    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.out()).contains("PONG (shop, ").hasLineCount(1);
    assertThat(result.err()).contains("The variable NOT_THERE is not set.", "(lost)");
  }

  @Test
  void a_file_that_cannot_be_used_as_a_whole_is_refused_as_a_whole() throws Exception {
    Path broken = config(entry("shop", ""), entry("shop", ""));
    assertThat(run("ping", "--config", broken.toString()).exitCode()).isEqualTo(2);
    assertThat(run("ping", "--config", folder + "/nowhere").err()).contains("There is no file");
    assertThat(run("ping", "--config", config().toString()).err()).contains("holds no database");
    assertThat(run("ping", "--stdin", "--config", broken.toString()).exitCode()).isEqualTo(2);
  }

  @Test
  void what_export_writes_is_what_it_reads() throws Exception {
    CliRun.Result added =
        new CliRun()
            .access(
                new LocalAgent(
                    Map.of(
                        "UPKEEP_HOME",
                        folder.resolve("home").toString(),
                        "SHOP_PASSWORD",
                        PASSWORD),
                    Optional.empty()))
            .stdin("redis://127.0.0.1:" + redis.port())
            .run("add", "shop", "--secret-ref", "env:SHOP_PASSWORD");
    assertThat(added.exitCode()).as(added.everything()).isZero();
    String file = folder.resolve("export.json").toString();
    assertThat(run("export", file).exitCode()).isZero();

    CliRun.Result result = run("ping", "--json", "--config", file);

    assertThat(result.exitCode()).as(result.everything()).isZero();
    assertThat(Json.parse(result.out()).asObject().orElseThrow().string("database"))
        .contains("shop");
  }
}
