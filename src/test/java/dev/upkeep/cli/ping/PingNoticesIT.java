package dev.upkeep.cli.ping;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.upkeep.cli.console.CliRun;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
import dev.upkeep.testing.BadServer;
import dev.upkeep.testing.Behaviours;
import dev.upkeep.testing.RedisServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PingNoticesIT {
  private static final String CANARY = "c4a4e1f2-0000-4000-8000-c4a4e1f2c4a4";

  private record Post(String path, String body) {}

  private final List<Post> posts = new CopyOnWriteArrayList<>();
  private HttpServer hooks;
  private volatile int status = 200;

  @BeforeEach
  void listen() throws IOException {
    hooks = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hooks.createContext(
        "/",
        exchange -> {
          posts.add(
              new Post(
                  exchange.getRequestURI().toString(),
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    hooks.start();
  }

  @AfterEach
  void close() {
    hooks.stop(0);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + hooks.getAddress().getPort() + path;
  }

  private CliRun ping(String redis) {
    return new CliRun()
        .env("UPSTASH_REDIS_URL", redis)
        .env("UPKEEP_WEBHOOK_URL", url("/" + CANARY))
        .env("UPKEEP_HEARTBEAT_URL", url("/ping/" + CANARY));
  }

  @Test
  void a_success_beats_and_posts_nothing() {
    try (RedisServer redis = RedisServer.start()) {
      assertThat(ping(redis.url()).run("ping").exitCode()).isZero();
    }

    assertThat(posts).extracting(Post::path).containsExactly("/ping/" + CANARY);
  }

  @Test
  void a_database_that_was_not_understood_keeps_the_heart_from_beating() {
    try (RedisServer redis = RedisServer.start()) {
      String text = redis.url() + "\nrediss://default:********@b.upstash.io:6379";

      assertThat(ping(text).run("ping").exitCode()).isEqualTo(2);
    }

    assertThat(posts).isEmpty();
  }

  @Test
  void a_failure_is_posted_with_what_to_do_and_the_heartbeat_says_so() throws JsonException {
    try (BadServer redis = BadServer.replying(command -> "-WRONGPASS no " + command + "\r\n")) {
      CliRun.Result result =
          ping(redis.url().replace("://", "://default:c4n4ry-Pa55@")).run("ping");
      assertThat(result.exitCode()).isEqualTo(1);
    }

    assertThat(posts)
        .extracting(Post::path)
        .containsExactlyInAnyOrder("/" + CANARY, "/ping/" + CANARY + "/fail");
    String body =
        posts.stream().filter(p -> p.path().equals("/" + CANARY)).findFirst().orElseThrow().body();
    Json.Obj hook = Json.parse(body).asObject().orElseThrow();
    Json.Obj event = hook.array("events").orElseThrow().getFirst().asObject().orElseThrow();
    assertThat(event.string("event")).contains("touch.failed");
    assertThat(event.string("kind")).contains("AUTH");
    assertThat(body).doesNotContain("c4n4ry", CANARY);
  }

  @Test
  void a_hook_that_fails_changes_nothing_but_a_warning_without_its_address() {
    status = 500;
    try (RedisServer redis = RedisServer.start()) {
      CliRun.Result result = ping(redis.url()).run("ping");

      assertThat(result.exitCode()).isZero();
      assertThat(result.everything()).doesNotContain(CANARY);
    }
  }

  @Test
  void a_hook_that_never_answers_is_given_up_within_five_seconds() {
    try (RedisServer redis = RedisServer.start();
        BadServer silent = BadServer.start(Behaviours.silent())) {
      long start = System.nanoTime();
      CliRun.Result result =
          new CliRun()
              .env("UPSTASH_REDIS_URL", redis.url())
              .env("UPKEEP_HEARTBEAT_URL", "http://127.0.0.1:" + silent.port() + "/" + CANARY)
              .run("ping");

      assertThat(result.exitCode()).isZero();
      // Generous for a busy machine, and still far below any other timeout.
      assertThat((System.nanoTime() - start) / 1_000_000_000L).isLessThan(9);
    }
  }

  @Test
  void disabled_tells_nobody() {
    assertThat(ping("redis://127.0.0.1:1").env("KEEPALIVE_ENABLED", "no").run("ping").exitCode())
        .isZero();
    assertThat(posts).isEmpty();
  }
}
