package dev.upkeep.touch.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.language.Sentence;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.Wait;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.RungListener;
import dev.upkeep.touch.conversation.Attempt;
import dev.upkeep.touch.conversation.Backoff;
import dev.upkeep.touch.conversation.Conversation;
import dev.upkeep.touch.conversation.Deadline;
import dev.upkeep.touch.conversation.TouchFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A real cluster of two nodes.
final class ClusterIT {
  private static final RedisToucher TOUCHER = new RedisToucher(Backoff::really);

  private static RedisServer low;
  private static RedisServer high;

  @BeforeAll
  static void start() throws IOException {
    low = node();
    high = node();
    low.command("CLUSTER", "ADDSLOTSRANGE", "0", "8191");
    high.command("CLUSTER", "ADDSLOTSRANGE", "8192", "16383");
    String bus = high.command("CONFIG", "GET", "cluster-port").lines().toList().getLast();
    low.command("CLUSTER", "MEET", "127.0.0.1", Integer.toString(high.port()), bus);
    for (RedisServer node : List.of(low, high)) {
      Wait.until(
          "cluster",
          () ->
              node.command("CLUSTER", "INFO").contains("cluster_state:ok")
                      && node.command("CLUSTER", "INFO").contains("cluster_slots_ok:16384")
                  ? Optional.of(true)
                  : Optional.empty());
    }
  }

  private static RedisServer node() throws IOException {
    return RedisServer.builder()
        .config("cluster-enabled", "yes")
        .config("cluster-port", Integer.toString(freePort()))
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  @AfterAll
  static void stop() {
    low.close();
    high.close();
  }

  @Test
  void each_node_is_kept_alive_under_a_key_of_its_own_three_times_in_a_row() throws TouchFailure {
    for (RedisServer node : List.of(low, high)) {
      for (int i = 0; i < 3; i++) {
        Attempt attempt = Requests.attempt(Requests.to(node.port(), Optional.empty()));
        Conversation.Proof proof = TOUCHER.visit(attempt);
        assertThat(proof.evidence()).isEqualTo(Evidence.WRITE);
        assertThat(proof.previous().isPresent()).isEqualTo(i > 0);
      }
      assertThat(node.snapshot().keySet())
          .hasSize(1)
          .allSatisfy(key -> assertThat(key).startsWith("upkeep:last-touch"));
    }
  }

  @Test
  void the_diagnosis_shows_the_key() throws TouchFailure {
    List<String> details = new ArrayList<>();
    for (RedisServer node : List.of(low, high)) {
      RungListener listener =
          (rung, took, detail) -> detail.map(Sentence::english).ifPresent(details::add);
      Attempt attempt =
          new Attempt(
              Requests.to(node.port(), Optional.empty()),
              Requests.NOW,
              Deadline.in(Duration.ofSeconds(30)),
              Attempt.Pace.STEP_BY_STEP,
              listener);
      assertThat(TOUCHER.visit(attempt).evidence()).isEqualTo(Evidence.WRITE);
    }
    assertThat(details)
        .anySatisfy(detail ->
            assertThat(detail).startsWith("under upkeep:last-touch{").contains("this node"));
  }
}
