package dev.upkeep.touch.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Endpoint;
import dev.upkeep.testing.RespClient;
import dev.upkeep.testing.Wait;
import dev.upkeep.testing.peers.Peer;
import dev.upkeep.testing.peers.PeerProcess;
import dev.upkeep.touch.RungListener;
import dev.upkeep.touch.TouchRequest;
import dev.upkeep.touch.conversation.Attempt;
import dev.upkeep.touch.conversation.Backoff;
import dev.upkeep.touch.conversation.Conversation;
import dev.upkeep.touch.conversation.Deadline;
import dev.upkeep.touch.conversation.TouchFailure;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A matrix of real servers that are not the Redis of today, and what can be met at each. The table
/// of what is special about each is in `src/docs/servers.md`.
@EnabledIfSystemProperty(named = "upkeep.peers", matches = ".+")
@EnabledOnOs(
    value = OS.LINUX,
    architectures = {"amd64", "x86_64"})
final class PeersIT {
  private static final String PASSWORD = "s3cret-of-tests";
  private static final String KEY = "upkeep:last-touch";

  @TempDir private static Path folder;

  private final Map<String, String> seen = new LinkedHashMap<>();
  private final RedisToucher toucher = new RedisToucher(Backoff::really);

  static Stream<Peer> redises() {
    return Peer.redises();
  }

  static Stream<Peer> others() {
    return Peer.all().stream().filter(peer -> !peer.isRedis());
  }

  /// One word for what came of a touch: the evidence, or the kind of the failure.
  private String touch(TouchRequest request, Attempt.Pace pace) {
    Attempt attempt =
        new Attempt(
            request, Requests.NOW, Deadline.in(Duration.ofSeconds(30)), pace, RungListener.NONE);
    try {
      Conversation.Proof proof = toucher.visit(attempt);
      return proof.evidence() + (proof.previous().isPresent() ? " again" : "");
    } catch (TouchFailure failure) {
      System.out.println("  " + failure.message().english());
      return failure.kind().toString();
    }
  }

  private void see(String what, PeerProcess peer, Optional<String> password) {
    see(what, Requests.to(peer.port(), password));
  }

  private void see(String what, TouchRequest request) {
    seen.put(what, touch(request, Attempt.Pace.PIPELINED));
  }

  private static void call(PeerProcess peer, String... command) throws IOException {
    try (RespClient client = RespClient.connect(peer.port())) {
      assertThat(client.call(command).display())
          .as(String.join(" ", command))
          .doesNotStartWith("ERR");
    }
  }

  private static boolean isUp(PeerProcess replica) {
    try (RespClient client = RespClient.connect(replica.port())) {
      return client.call("INFO", "replication").display().contains("master_link_status:up");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What three touches of a new database come to, in the paces of `add`, and then of the agent.
  private void three(PeerProcess peer) {
    TouchRequest request = Requests.to(peer.port(), Optional.empty());
    seen.put("tested", touch(request, Attempt.Pace.STEP_BY_STEP));
    see("first", request);
    see("second", request);
  }

  @ParameterizedTest
  @MethodSource("redises")
  void redis_and_valkey_of_every_age_are_met_alike(Peer peer) throws Exception {
    try (PeerProcess server = peer.start(folder);
        PeerProcess replica = peer.start(folder, "--slaveof", "127.0.0.1", text(server))) {
      three(server);
      see("needless password", server, Optional.of("needless"));
      Wait.until("replication", () -> isUp(replica));
      see("replica", replica, Optional.empty());
      call(server, "CONFIG", "SET", "maxmemory-policy", "noeviction");
      call(server, "CONFIG", "SET", "maxmemory", "1");
      see("full", server, Optional.empty());
      call(server, "CONFIG", "SET", "maxmemory", "0");
      call(server, "DEL", KEY);
      call(server, "RPUSH", KEY, "theirs");
      see("a list", server, Optional.empty());
      if (peer.hasUsers()) {
        call(server, "DEL", KEY);
        call(server, "ACL", "SETUSER", "reader", "on", ">" + PASSWORD, "~*", "+@read", "+ping");
        Endpoint as = new Endpoint.Redis("127.0.0.1", server.port(), Optional.of("reader"), false);
        see("reader", Requests.to(as, Optional.of(PASSWORD)));
      }
      call(server, "CONFIG", "SET", "requirepass", PASSWORD);
      see("no password", server, Optional.empty());
      see("wrong password", server, Optional.of("wrong"));
      see("right password", server, Optional.of(PASSWORD));
    }
    System.out.println(peer + ": " + seen);
    assertThat(seen)
        .containsEntry("tested", "WRITE")
        .containsEntry("first", "WRITE again")
        .containsEntry("second", "WRITE again")
        .containsEntry("needless password", "WRITE again")
        .containsEntry("replica", "READ again")
        .containsEntry("full", "READ again")
        .containsEntry("a list", "FOREIGN_KEY")
        .containsEntry("no password", "AUTH")
        .containsEntry("wrong password", "AUTH")
        .containsEntry("right password", peer.hasUsers() ? "WRITE" : "FOREIGN_KEY");
    if (peer.hasUsers()) {
      assertThat(seen).containsEntry("reader", "KEY_MISSING");
    }
  }

  private static String text(PeerProcess server) {
    return Integer.toString(server.port());
  }

  /// Makes one under our key, at those that know lists; one that does not may hang up at it.
  private static boolean hasLists(PeerProcess server) throws IOException {
    try (RespClient client = RespClient.connect(server.port())) {
      client.call("DEL", KEY);
      return client.call("RPUSH", KEY, "theirs").display().equals("1");
    } catch (EOFException unknown) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("others")
  void servers_of_other_makers_are_met_as_they_are(Peer peer) throws Exception {
    try (PeerProcess server = peer.start(folder)) {
      three(server);
      see("third", server, Optional.empty());
      see("needless password", server, Optional.of("needless"));
      // Geode takes no colon in the name of a list, and sometimes never says so.
      if (peer != Peer.GEODE && hasLists(server)) {
        see("a list", server, Optional.empty());
      }
    }
    System.out.println(peer + ": " + seen);
    assertThat(seen.toString()).isEqualTo(expected(peer));
  }

  private static String expected(Peer peer) {
    String remembers = "{tested=WRITE, first=WRITE again, second=WRITE again, third=WRITE again, ";
    // These ignore the GET in SET … GET.
    String forgets = "{tested=WRITE, first=WRITE, second=WRITE, third=WRITE, ";
    return switch (peer) {
      case CLAUDB, INFINISPAN -> remembers + "needless password=AUTH, a list=FOREIGN_KEY}";
      case GEODE -> remembers + "needless password=WRITE again}";
      // It replaces any type by a text.
      case JEDIS_MOCK -> forgets + "needless password=WRITE, a list=WRITE}";
      // It hangs up at every command that it does not know.
      case IGNITE -> forgets + "needless password=CLOSED}";
      default -> throw new IllegalArgumentException(peer.toString());
    };
  }

  @Test
  void geode_s_password_is_judged() throws Exception {
    try (PeerProcess server = Peer.GEODE.start(folder, PASSWORD)) {
      see("no password", server, Optional.empty());
      see("wrong password", server, Optional.of("wrong"));
      see("right password", server, Optional.of(PASSWORD));
    }
    assertThat(seen.toString())
        .isEqualTo("{no password=AUTH, wrong password=AUTH, right password=WRITE}");
  }
}
