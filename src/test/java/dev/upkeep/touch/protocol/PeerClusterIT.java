package dev.upkeep.touch.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.upkeep.database.Database;
import dev.upkeep.database.Sentinel;
import dev.upkeep.testing.RespClient;
import dev.upkeep.testing.Wait;
import dev.upkeep.testing.peers.Peer;
import dev.upkeep.testing.peers.PeerProcess;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.conversation.Backoff;
import dev.upkeep.touch.conversation.Conversation;
import dev.upkeep.touch.conversation.TouchFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Clusters of three nodes, and Sentinels, of every age that knows them.
@EnabledIfSystemProperty(named = "upkeep.peers", matches = ".+")
@EnabledOnOs(
    value = OS.LINUX,
    architectures = {"amd64", "x86_64"})
final class PeerClusterIT {
  private static final int NODES = 3;
  private static final int SLOTS = 16_384;
  private static final RedisToucher TOUCHER = new RedisToucher(Backoff::really);

  @TempDir private static Path folder;

  static Stream<Peer> redises() {
    return Peer.redises();
  }

  private static String call(PeerProcess peer, String... command) {
    try (RespClient client = RespClient.connect(peer.port())) {
      return client.call(command).display();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  // Redis before 7.0 has its bus 10,000 ports higher, which may be none.
  @ParameterizedTest
  @EnumSource(
      value = Peer.class,
      names = {"REDIS_7_0", "REDIS_8_0", "VALKEY_8_0", "VALKEY_8_1"})
  void each_of_three_nodes_is_kept_alive_three_times_in_a_row(Peer peer) throws Exception {
    List<PeerProcess> nodes = new ArrayList<>();
    try {
      List<String> buses = new ArrayList<>();
      for (int i = 0; i < NODES; i++) {
        String bus = Integer.toString(freePort());
        buses.add(bus);
        nodes.add(peer.start(folder, "--cluster-enabled", "yes", "--cluster-port", bus));
        call(
            nodes.get(i),
            "CLUSTER",
            "ADDSLOTSRANGE",
            Integer.toString(i * SLOTS / NODES),
            Integer.toString((i + 1) * SLOTS / NODES - 1));
      }
      for (int i = 1; i < NODES; i++) {
        String port = Integer.toString(nodes.get(i).port());
        call(nodes.getFirst(), "CLUSTER", "MEET", "127.0.0.1", port, buses.get(i));
      }
      for (PeerProcess node : nodes) {
        Wait.until("cluster", () -> isWhole(node));
      }
      for (PeerProcess node : nodes) {
        for (int i = 0; i < 3; i++) {
          Conversation.Proof proof =
              TOUCHER.visit(Requests.attempt(Requests.to(node.port(), Optional.empty())));
          assertThat(proof.evidence()).isEqualTo(Evidence.WRITE);
          assertThat(proof.previous().isPresent()).isEqualTo(i > 0);
        }
        assertThat(call(node, "DBSIZE")).isEqualTo("1");
      }
    } finally {
      nodes.forEach(PeerProcess::close);
    }
  }

  private static boolean isWhole(PeerProcess node) {
    String info = call(node, "CLUSTER", "INFO");
    return info.contains("cluster_state:ok")
        && info.contains("cluster_slots_ok:" + SLOTS)
        && info.contains("cluster_known_nodes:" + NODES);
  }

  @ParameterizedTest
  @MethodSource("redises")
  void a_sentinel_leads_to_the_master_and_is_called_one(Peer peer) throws Exception {
    try (PeerProcess master = peer.start(folder);
        PeerProcess sentinel =
            peer.sentinel(folder, "sentinel monitor shop 127.0.0.1 " + master.port() + " 1\n")) {
      Database direct = Requests.to(sentinel.port(), Optional.empty()).database();
      Database led =
          direct
              .edit()
              .sentinel(Optional.of(new Sentinel("shop", Optional.empty(), Optional.empty())))
              .done();
      for (int i = 0; i < 3; i++) {
        assertThat(TOUCHER.visit(Requests.attempt(Requests.of(led, Optional.empty()))).evidence())
            .isEqualTo(Evidence.WRITE);
      }
      TouchFailure failure =
          catchThrowableOfType(
              TouchFailure.class,
              () -> TOUCHER.visit(Requests.attempt(Requests.of(direct, Optional.empty()))));
      assertThat(failure.message().english()).contains("is a Sentinel");
    }
  }
}
