package dev.upkeep.touch.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseRules;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Sentinel;
import dev.upkeep.language.Sentence;
import dev.upkeep.testing.Certificates;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.RespClient;
import dev.upkeep.testing.SentinelServer;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.conversation.Attempt;
import dev.upkeep.touch.conversation.Backoff;
import dev.upkeep.touch.conversation.Conversation;
import dev.upkeep.touch.conversation.Deadline;
import dev.upkeep.touch.conversation.TouchFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Real Sentinels, each with a real master; and one that only pretends, for the answers that a real
/// one cannot be made to give here.
@DisabledOnOs(OS.WINDOWS)
final class SentinelIT {
  private static final String PASSWORD = "the-masters-own-secret";
  private static final String SENTINEL_PASSWORD = "the-sentinels-own-secret";
  private static final RedisToucher TOUCHER = new RedisToucher(Backoff::really);

  @TempDir private static Path folder;

  private final List<String> rungs = new ArrayList<>();

  private static Database at(int port, boolean tls, Optional<String> secret) {
    return Database.of(
            Requests.ID,
            "shop",
            new Endpoint.Redis(tls ? "localhost" : "127.0.0.1", port, Optional.empty(), tls))
        .edit()
        .sentinel(Optional.of(new Sentinel(SentinelServer.MASTER, Optional.empty(), secret)))
        .caFile(tls ? Optional.of(Certificates.caFile()) : Optional.empty())
        .serverName(tls ? Optional.of("localhost") : Optional.empty())
        .done();
  }

  private Conversation.Proof touch(Database database, Optional<String> password)
      throws TouchFailure {
    assertThat(DatabaseRules.problems(database)).isEmpty();
    rungs.clear();
    return TOUCHER.visit(
        new Attempt(
            Requests.of(database, password),
            Requests.NOW,
            Deadline.in(Duration.ofSeconds(30)),
            Attempt.Pace.STEP_BY_STEP,
            (rung, took, detail) ->
                rungs.add(rung + " " + detail.map(Sentence::english).orElse(""))));
  }

  private TouchFailure failure(Database database, Optional<String> password) {
    TouchFailure failure =
        catchThrowableOfType(TouchFailure.class, () -> touch(database, password));
    assertThat(failure).isNotNull();
    return failure;
  }

  @Test
  void the_master_is_kept_alive_and_doctor_says_where_it_is() throws Exception {
    try (RedisServer master = RedisServer.builder().password(PASSWORD).start();
        SentinelServer sentinel =
            SentinelServer.watching(
                "127.0.0.1",
                master.port(),
                Optional.empty(),
                List.of("sentinel auth-pass " + SentinelServer.MASTER + " " + PASSWORD))) {
      Database database = at(sentinel.port(), false, Optional.empty());
      for (int i = 0; i < 3; i++) {
        Conversation.Proof proof = touch(database, Optional.of(PASSWORD));
        assertThat(proof.evidence()).isEqualTo(Evidence.WRITE);
        assertThat(proof.previous().isPresent()).isEqualTo(i > 0);
      }
      assertThat(rungs.getFirst())
          .isEqualTo(Rung.SENTINEL + " shop-db.1 is at 127.0.0.1:" + master.port());
      assertThat(failure(database, Optional.of("wrong")).kind()).isEqualTo(FailureKind.AUTH);
    }
  }

  @Test
  void a_sentinel_with_a_password_gets_its_own() throws Exception {
    Path file = folder.resolve("sentinel-password");
    Files.writeString(file, SENTINEL_PASSWORD + "\n");
    try (RedisServer master = RedisServer.start();
        SentinelServer sentinel =
            SentinelServer.watching(
                "127.0.0.1",
                master.port(),
                Optional.empty(),
                List.of("requirepass " + SENTINEL_PASSWORD))) {
      Optional<String> reference = Optional.of("file:" + file);
      Conversation.Proof proof = touch(at(sentinel.port(), false, reference), Optional.empty());
      assertThat(proof.evidence()).isEqualTo(Evidence.WRITE);
      TouchFailure without =
          failure(at(sentinel.port(), false, Optional.empty()), Optional.of(PASSWORD));
      assertThat(without.message().english()).contains("did not let us in");
      assertThat(without.outcome().advice().english()).contains("--sentinel-secret");
      Files.writeString(file, "another");
      assertThat(
              failure(at(sentinel.port(), false, reference), Optional.empty()).message().english())
          .contains("did not let us in")
          .doesNotContain("another");
    }
  }

  @Test
  void an_unknown_name_and_a_database_instead_of_a_sentinel_are_told_apart() {
    try (RedisServer master = RedisServer.start();
        SentinelServer sentinel = SentinelServer.watching(master)) {
      Database other =
          at(sentinel.port(), false, Optional.empty())
              .edit()
              .sentinel(Optional.of(new Sentinel("other", Optional.empty(), Optional.empty())))
              .done();
      assertThat(failure(other, Optional.empty()).message().english())
          .contains("knows no master called other");
      assertThat(
              failure(at(master.port(), false, Optional.empty()), Optional.empty())
                  .message()
                  .english())
          .contains("is no Sentinel");
    }
  }

  @Test
  void over_tls_both_are_held_to_the_same_certificate_rules_and_plain_is_refused()
      throws Exception {
    try (RedisServer master = RedisServer.builder().tls(Certificates.server()).start();
        SentinelServer encrypted =
            SentinelServer.watching(
                "127.0.0.1",
                master.tlsPort(),
                Optional.of(Certificates.server()),
                List.of("tls-replication yes"));
        RedisServer elsewhere = RedisServer.builder().tls(Certificates.wrongHost()).start();
        SentinelServer leadingToAStranger =
            SentinelServer.watching(
                "127.0.0.1",
                elsewhere.tlsPort(),
                Optional.of(Certificates.server()),
                List.of("tls-replication yes"));
        SentinelServer leadingToPlain =
            SentinelServer.watching(
                "127.0.0.1", master.port(), Optional.of(Certificates.server()), List.of())) {
      Database database = at(encrypted.port(), true, Optional.empty());
      assertThat(touch(database, Optional.empty()).evidence()).isEqualTo(Evidence.WRITE);
      TouchFailure stranger =
          failure(at(leadingToAStranger.port(), true, Optional.empty()), Optional.of(PASSWORD));
      assertThat(stranger.message().english())
          .contains("127.0.0.1:" + elsewhere.tlsPort())
          .contains("for another host");
      TouchFailure plain =
          failure(at(leadingToPlain.port(), true, Optional.empty()), Optional.of(PASSWORD));
      assertThat(plain.message().english()).contains("does not speak TLS");
      assertThat(plain.outcome().advice().english())
          .doesNotContain("redis://")
          .contains("Sentinel");
    }
  }

  /// Answers as a Sentinel does, with one address for every question, and keeps what it was sent.
  private static final class Pretender implements AutoCloseable {
    private final ServerSocket server;
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    Pretender(String host, int port) throws IOException {
      server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
      String answer =
          "*2\r\n$"
              + host.length()
              + "\r\n"
              + host
              + "\r\n$"
              + Integer.toString(port).length()
              + "\r\n"
              + port
              + "\r\n";
      Thread.ofVirtual().start(() -> serve(answer));
    }

    private void serve(String answer) {
      while (!server.isClosed()) {
        try (Socket client = server.accept();
            BufferedReader in =
                new BufferedReader(
                    new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
          String line = in.readLine();
          while (line != null) {
            heard.add(line);
            if (line.equals(SentinelServer.MASTER)) {
              client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            }
            line = in.readLine();
          }
        } catch (IOException over) {
          // The next client.
        }
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }

  @Test
  void in_clear_no_password_leaves_for_the_internet_nor_reaches_the_sentinel() throws Exception {
    try (Pretender sentinel = new Pretender("192.0.2.1", 6379)) {
      TouchFailure failure =
          failure(
              at(sentinel.server.getLocalPort(), false, Optional.empty()), Optional.of(PASSWORD));
      assertThat(failure.message().english())
          .contains("192.0.2.1:6379")
          .contains("out on the internet");
      assertThat(sentinel.heard).contains("SENTINEL").noneMatch(line -> line.contains(PASSWORD));
    }
    try (Pretender sentinel = new Pretender("not a host", 6379)) {
      assertThat(
              failure(at(sentinel.server.getLocalPort(), false, Optional.empty()), Optional.empty())
                  .message()
                  .english())
          .contains("answered with no address");
    }
  }

  @Test
  void after_a_failover_the_next_touch_goes_to_the_new_master() throws Exception {
    try (RedisServer first = RedisServer.start();
        RedisServer second = RedisServer.builder().replicaOf(first).start();
        SentinelServer sentinel = SentinelServer.watching(first)) {
      Database database = at(sentinel.port(), false, Optional.empty());
      assertThat(touch(database, Optional.empty()).evidence()).isEqualTo(Evidence.WRITE);
      try (RespClient client = RespClient.connect(sentinel.port())) {
        client.call("SENTINEL", "remove", SentinelServer.MASTER);
        client.call(
            "SENTINEL",
            "monitor",
            SentinelServer.MASTER,
            "127.0.0.1",
            Integer.toString(second.port()),
            "1");
      }
      second.command("REPLICAOF", "NO", "ONE");
      assertThat(touch(database, Optional.empty()).evidence()).isEqualTo(Evidence.WRITE);
      assertThat(rungs.getFirst()).contains(Integer.toString(second.port()));
    }
  }
}
