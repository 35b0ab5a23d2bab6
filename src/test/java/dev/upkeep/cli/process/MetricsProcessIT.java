package dev.upkeep.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.UpkeepProcess;
import dev.upkeep.testing.Wait;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Metrics of agents as processes.
@Timeout(300)
final class MetricsProcessIT {
  private static final Pattern SERVED =
      Pattern.compile("Metrics are served at (http://127\\.0\\.0\\.1:[1-9][0-9]*/metrics)");

  @TempDir private Path home;

  private UpkeepProcess upkeep() {
    return new UpkeepProcess()
        .env("UPKEEP_HOME", home.toString())
        .env("UPKEEP_PASSPHRASE", "c4n4ry-passphrase");
  }

  private UpkeepProcess keeping(RedisServer redis) {
    return upkeep().env("UPSTASH_REDIS_URL", redis.url());
  }

  private static URI page(UpkeepProcess.Started agent) {
    return URI.create(
        Wait.until(
            "address of the metrics in: " + agent.errSoFar(),
            () ->
                SERVED.matcher(agent.errSoFar()).results().findFirst().map(MetricsProcessIT::one)));
  }

  private static String one(MatchResult found) {
    return found.group(1);
  }

  private static HttpResponse<String> get(URI page) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(60)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void an_agent_serves_what_it_keeps_where_it_is_told_and_says_where() throws Exception {
    try (RedisServer redis = RedisServer.builder().password("c4n4ry-Pa55word").start();
        UpkeepProcess.Started agent =
            keeping(redis).start("agent", "--headless", "--metrics", "127.0.0.1:0")) {
      URI page = page(agent);
      Wait.until("first touch", () -> agent.outSoFar().contains("PONG"));

      assertThat(get(page.resolve("/healthz")).statusCode()).isEqualTo(200);
      HttpResponse<String> metrics = get(page);
      assertThat(metrics.body())
          .contains("upkeep_touches_total{", "outcome=\"alive\"", "upkeep_build_info{")
          .doesNotContain("c4n4ry");
      assertThat(upkeep().run("stop").exitCode()).isZero();
      assertThat(agent.await().everything()).doesNotContain("c4n4ry");
    }
  }

  @Test
  void an_agent_that_serves_none_loads_nothing_of_what_would() throws Exception {
    Path classes = home.resolve("classes.log");
    try (RedisServer redis = RedisServer.start();
        UpkeepProcess.Started agent =
            keeping(redis)
                .javaOption("-Xlog:class+load:file=" + classes)
                .start("agent", "--headless", "--stop-after", "1")) {
      assertThat(agent.await().exitCode()).isZero();
    }
    assertThat(Files.readString(classes))
        .contains("dev.upkeep.agent.MetricsSwitch ")
        .doesNotContain(
            " io.prometheus.",
            " com.sun.net.httpserver.",
            " sun.net.httpserver.",
            "dev.upkeep.agent.metrics.MetricsServer ");
  }

  @Test
  void a_schedule_that_rests_is_not_well() throws Exception {
    try (RedisServer redis = RedisServer.start();
        UpkeepProcess.Started agent =
            keeping(redis)
                .env("KEEPALIVE_ENABLED", "false")
                .start("agent", "--headless", "--metrics", ":0")) {
      URI page = page(agent);
      HttpResponse<String> health = get(page.resolve("/healthz"));

      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(health.body()).contains("KEEPALIVE_ENABLED is false");
      assertThat(get(page).body()).contains("upkeep_schedule_running 0");
    }
  }

  @Test
  void an_address_that_is_taken_keeps_the_agent_from_beginning() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + other.getLocalPort();

      UpkeepProcess.Result result = upkeep().run("agent", "--headless", "--metrics", address);

      assertThat(result.exitCode()).as(result.everything()).isEqualTo(2);
      assertThat(result.err()).contains("Metrics cannot be served at " + address + ": ");
      assertThat(upkeep().run("list").exitCode()).as("the lock is free again").isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "127.0.0.1", "host.example:9464", ""})
  void what_is_no_address_is_refused(String address) throws Exception {
    UpkeepProcess.Result result = upkeep().run("agent", "--headless", "--metrics", address);

    assertThat(result.exitCode()).as(result.everything()).isEqualTo(2);
    assertThat(result.err()).contains("--metrics is an address and port such as 127.0.0.1:9464");
  }

  @Test
  void the_option_wins_over_the_setting() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String taken = "127.0.0.1:" + other.getLocalPort();
      assertThat(upkeep().run("settings", "metrics.address", taken).exitCode()).isZero();
      try (UpkeepProcess.Started agent = upkeep().start("agent", "--headless", "--metrics", ":0")) {
        assertThat(get(page(agent)).statusCode()).isEqualTo(200);
        assertThat(Optional.of(agent.errSoFar()))
            .hasValueSatisfying(err -> assertThat(err).doesNotContain("cannot be served"));
      }
    }
  }
}
