package dev.upkeep.touch.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.upkeep.testing.RespClient;
import dev.upkeep.testing.Wait;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.RungListener;
import dev.upkeep.touch.conversation.Attempt;
import dev.upkeep.touch.conversation.Backoff;
import dev.upkeep.touch.conversation.Conversation;
import dev.upkeep.touch.conversation.Deadline;
import dev.upkeep.touch.conversation.TouchFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Servers that are no Redis of today, real ones, fetched by `make test-peers`. The table of what
/// is special about each is in `src/docs/servers.md`.
@EnabledIfSystemProperty(named = "upkeep.peers", matches = ".+")
@EnabledOnOs(
    value = OS.LINUX,
    architectures = {"amd64", "x86_64"})
final class PeersIT {
  private static final Path JARS = Path.of(System.getProperty("upkeep.peers", "."));
  private static final String PASSWORD = "s3cret-of-tests";

  @TempDir private static Path folder;

  enum Binary {
    REDIS_2_8("embedded-redis-0.7.3", "redis-server-2.8.19", "--slaveof"),
    REDIS_6_2("embedded-redis-1.4.4", "redis-server-6.2.6-v5-linux-amd64", "--replicaof");

    private final String jar;
    private final String entry;
    private final String follow;

    Binary(String jar, String entry, String follow) {
      this.jar = jar;
      this.entry = entry;
      this.follow = follow;
    }

    PeerProcess start(String... options) throws IOException {
      return PeerProcess.redis(folder, PeerProcess.jar(JARS, jar), entry, options);
    }
  }

  private interface Start {
    PeerProcess peer() throws IOException;
  }

  record Peer(String name, Start start) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Peer> everyPeer() {
    return Stream.of(
        new Peer("Redis 2.8", Binary.REDIS_2_8::start),
        new Peer("Redis 6.2", Binary.REDIS_6_2::start),
        new Peer(
            "ClauDB 2.0.1",
            () -> PeerProcess.java(folder, JARS, PeerMain.class.getName(), "claudb")),
        new Peer(
            "jedis-mock 1.1.12",
            () -> PeerProcess.java(folder, JARS, PeerMain.class.getName(), "jedis-mock")));
  }

  private static Conversation.Proof touch(
      RedisToucher toucher, PeerProcess peer, Optional<String> password, Attempt.Pace pace)
      throws TouchFailure {
    return toucher.visit(
        new Attempt(
            Requests.to(peer.port(), password),
            Requests.NOW,
            Deadline.in(Duration.ofSeconds(30)),
            pace,
            RungListener.NONE));
  }

  private static FailureKind kind(PeerProcess peer, Optional<String> password) {
    TouchFailure failure =
        catchThrowableOfType(
            TouchFailure.class,
            () -> touch(new RedisToucher(Backoff::really), peer, password, Attempt.Pace.PIPELINED));
    assertThat(failure).isNotNull();
    System.out.println(failure.outcome());
    return failure.kind();
  }

  @ParameterizedTest
  @MethodSource("everyPeer")
  void three_touches_in_a_row_are_verified_in_either_pace(Peer maker) throws Exception {
    RedisToucher toucher = new RedisToucher(Backoff::really);
    try (PeerProcess peer = maker.start().peer()) {
      for (Attempt.Pace pace :
          List.of(Attempt.Pace.STEP_BY_STEP, Attempt.Pace.PIPELINED, Attempt.Pace.PIPELINED)) {
        Conversation.Proof proof = touch(toucher, peer, Optional.empty(), pace);
        System.out.println(maker + ": " + pace + ": " + proof);
        assertThat(proof.evidence()).isEqualTo(Evidence.WRITE);
      }
    }
  }

  private static boolean isUp(PeerProcess replica) {
    try (RespClient client = RespClient.connect(replica.port())) {
      return client.call("INFO", "replication").display().contains("master_link_status:up");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_sentinel_is_called_one() throws Exception {
    try (PeerProcess sentinel =
        PeerProcess.sentinel(
            folder, PeerProcess.jar(JARS, Binary.REDIS_6_2.jar), Binary.REDIS_6_2.entry)) {
      TouchFailure failure =
          catchThrowableOfType(
              TouchFailure.class,
              () ->
                  touch(
                      new RedisToucher(Backoff::really),
                      sentinel,
                      Optional.empty(),
                      Attempt.Pace.PIPELINED));
      assertThat(failure.message().english()).contains("is a Sentinel");
    }
  }

  @ParameterizedTest
  @EnumSource(Binary.class)
  void passwords_are_judged(Binary binary) throws Exception {
    try (PeerProcess peer = binary.start("--requirepass", PASSWORD)) {
      assertThat(kind(peer, Optional.empty())).isEqualTo(FailureKind.AUTH);
      assertThat(kind(peer, Optional.of("wrong"))).isEqualTo(FailureKind.AUTH);
      RedisToucher toucher = new RedisToucher(Backoff::really);
      assertThat(touch(toucher, peer, Optional.of(PASSWORD), Attempt.Pace.PIPELINED).evidence())
          .isEqualTo(Evidence.WRITE);
    }
    try (PeerProcess peer = binary.start()) {
      RedisToucher toucher = new RedisToucher(Backoff::really);
      assertThat(touch(toucher, peer, Optional.of("needless"), Attempt.Pace.PIPELINED).evidence())
          .isEqualTo(Evidence.WRITE);
    }
  }

  @ParameterizedTest
  @EnumSource(Binary.class)
  void a_list_under_our_key_is_left_as_it_is(Binary binary) throws Exception {
    try (PeerProcess peer = binary.start()) {
      try (RespClient client = RespClient.connect(peer.port())) {
        client.call("RPUSH", "upkeep:last-touch", "theirs");
      }
      assertThat(kind(peer, Optional.empty())).isEqualTo(FailureKind.FOREIGN_KEY);
      try (RespClient client = RespClient.connect(peer.port())) {
        assertThat(client.call("LLEN", "upkeep:last-touch").display()).isEqualTo("1");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Binary.class)
  void a_full_server_and_a_replica_are_read_instead(Binary binary) throws Exception {
    RedisToucher toucher = new RedisToucher(Backoff::really);
    try (PeerProcess full = binary.start("--maxmemory", "1", "--maxmemory-policy", "noeviction")) {
      assertThat(
              touch(toucher, full, Optional.empty(), Attempt.Pace.PIPELINED)
                  .evidence()
                  .movesMargin())
          .isFalse();
    }
    try (PeerProcess master = binary.start();
        PeerProcess replica =
            binary.start(binary.follow, "127.0.0.1", Integer.toString(master.port()))) {
      Wait.until("replication", () -> isUp(replica));
      Conversation.Proof proof = touch(toucher, replica, Optional.empty(), Attempt.Pace.PIPELINED);
      assertThat(proof.remark())
          .hasValueSatisfying(r -> assertThat(r.english()).contains("replica"));
    }
  }
}
