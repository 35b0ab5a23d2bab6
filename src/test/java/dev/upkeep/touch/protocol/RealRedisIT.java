package dev.upkeep.touch.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.TouchMode;
import dev.upkeep.network.OnlineCheck;
import dev.upkeep.testing.BadServer;
import dev.upkeep.testing.Certificates;
import dev.upkeep.testing.FakeRedis;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.RespClient;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.Stamp;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.TouchRequest;
import dev.upkeep.touch.Toucher;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Touches a real Redis in every state that it can be put into.
final class RealRedisIT {
  private static final String KEY = Database.DEFAULT_KEY;

  private final Toucher toucher =
      Touchers.standard(
          Clock.systemUTC(), OnlineCheck.ofThisComputer(OnlineCheck.CONTROL_NAMES), List::of);

  private Touch touch(RedisServer server, Optional<String> password) {
    return toucher.touch(Requests.to(server.port(), password));
  }

  private static Outcome.Alive alive(Touch touch) {
    assertThat(touch.outcome()).isInstanceOf(Outcome.Alive.class);
    return (Outcome.Alive) touch.outcome();
  }

  private static Outcome.Failed failed(Touch touch, FailureKind kind) {
    assertThat(touch.outcome())
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.kind()).isEqualTo(kind));
    return (Outcome.Failed) touch.outcome();
  }

  private static TouchRequest asUser(RedisServer server, String user, String password) {
    return Requests.to(
        new Endpoint.Redis("localhost", server.port(), Optional.of(user), false),
        Optional.of(password));
  }

  @Test
  void a_touch_writes_our_key_with_a_life_and_nothing_else() {
    try (RedisServer server = RedisServer.start()) {
      server.command("SET", "app:counter", "7");
      server.command("RPUSH", "app:list", "a", "b");
      Map<String, String> before = server.snapshot();

      Touch touch = touch(server, Optional.empty());

      assertThat(alive(touch).evidence()).isEqualTo(Evidence.WRITE);
      assertThat(alive(touch).previousStamp()).isEmpty();
      assertThat(touch.attempts()).isEqualTo(1);
      Map<String, String> after = new TreeMap<>(server.snapshot());
      assertThat(after.remove(KEY)).isNotNull();
      assertThat(after).isEqualTo(before);
      assertThat(Long.parseLong(server.command("TTL", KEY)))
          .isBetween(60L * 86_400 - 60, 60L * 86_400);
      assertThat(Stamp.parse(server.command("GET", KEY)))
          .hasValueSatisfying(stamp -> assertThat(stamp.label()).isEqualTo("laptop"));
    }
  }

  @Test
  void a_touch_tells_who_touched_before_and_how_long_each_rung_took() {
    try (RedisServer server = RedisServer.start()) {
      server.command("SET", KEY, "2026-01-02T03:04:05Z github-actions");

      Touch touch = touch(server, Optional.empty());

      assertThat(alive(touch).previousStamp())
          .hasValueSatisfying(stamp -> assertThat(stamp.label()).isEqualTo("github-actions"));
      assertThat(touch.timings().byRung()).containsOnlyKeys(Rung.NAME, Rung.TCP, Rung.PING);
    }
  }

  @Test
  void tls_with_a_private_authority_is_verified_and_its_certificate_reported() {
    try (RedisServer server =
        RedisServer.builder().password("s3cret").tls(Certificates.server()).start()) {
      Database database =
          Database.of(
                  Requests.ID,
                  "shop",
                  new Endpoint.Redis("localhost", server.tlsPort(), Optional.of("default"), true))
              .withCaFile(Optional.of(Certificates.caFile()));

      Touch touch = toucher.touch(Requests.of(database, Optional.of("s3cret")));

      assertThat(alive(touch).evidence()).isEqualTo(Evidence.WRITE);
      assertThat(touch.timings().byRung())
          .containsOnlyKeys(Rung.NAME, Rung.TCP, Rung.TLS, Rung.AUTHENTICATED, Rung.PING);
      assertThat(touch.certificate())
          .hasValueSatisfying(certificate -> {
            assertThat(certificate.subject()).isNotEmpty();
            assertThat(certificate.issuer()).isNotEqualTo(certificate.subject());
            assertThat(certificate.daysLeft(touch.at())).isPositive();
          });
    }
  }

  @Test
  void without_the_private_authority_the_advice_is_to_name_it() {
    try (RedisServer server = RedisServer.builder().tls(Certificates.server()).start()) {
      Touch touch =
          toucher.touch(
              Requests.to(
                  new Endpoint.Redis("localhost", server.tlsPort(), Optional.empty(), true),
                  Optional.empty()));

      assertThat(failed(touch, FailureKind.TLS).advice().english()).contains("--ca-file");
      assertThat(touch.certificate()).isPresent();
    }
  }

  @Test
  void a_wrong_password_is_not_tried_twice() {
    try (RedisServer server = RedisServer.builder().password("right").start()) {
      Touch touch = touch(server, Optional.of("c4n4ry-wrong"));

      assertThat(failed(touch, FailureKind.AUTH).advice().english())
          .contains("Copy the connection text again")
          .doesNotContain("default_ro", "console");
      assertThat(touch.attempts()).isEqualTo(1);
    }
  }

  @Test
  void a_password_that_nobody_asks_for_is_left_out_with_a_remark() {
    try (RedisServer server = RedisServer.start()) {
      Outcome.Alive alive = alive(touch(server, Optional.of("spare")));

      assertThat(alive.evidence()).isEqualTo(Evidence.WRITE);
      assertThat(alive.remark().orElseThrow().english()).contains("no password");
    }
  }

  @Test
  void a_server_that_knows_no_users_gets_the_password_alone_once() throws Exception {
    FakeRedis redis = new FakeRedis();
    List<List<String>> auths = new CopyOnWriteArrayList<>();
    try (BadServer server =
        BadServer.start(visit -> {
          for (var command = visit.command(); command.isPresent(); command = visit.command()) {
            List<String> words = command.get();
            if (words.getFirst().equals("AUTH")) {
              auths.add(words);
              visit.send(
                  words.size() > 2
                      ? "-ERR wrong number of arguments for 'auth' command\r\n"
                      : "+OK\r\n");
            } else {
              visit.reply(redis, words);
            }
          }
        })) {
      Touch touch =
          toucher.touch(
              Requests.to(
                  new Endpoint.Redis("127.0.0.1", server.port(), Optional.of("me"), false),
                  Optional.of("pw1")));

      assertThat(alive(touch).remark().orElseThrow().english()).contains("knows no users");
      assertThat(auths).containsExactly(List.of("AUTH", "me", "pw1"), List.of("AUTH", "pw1"));
    }
  }

  @Test
  void a_missing_password_is_asked_for() {
    try (RedisServer server = RedisServer.builder().password("right").start()) {
      assertThat(failed(touch(server, Optional.empty()), FailureKind.AUTH).advice().english())
          .contains("with its password");
    }
  }

  @Test
  void a_user_who_may_only_read_reads_and_says_so() {
    try (RedisServer server =
        RedisServer.builder().aclUser("reader on >pw ~* +@read +ping").start()) {
      server.command("SET", KEY, Requests.yesterday());

      Outcome.Alive alive = alive(toucher.touch(asUser(server, "reader", "pw")));

      assertThat(alive.evidence()).isEqualTo(Evidence.READ);
      assertThat(alive.remark())
          .hasValueSatisfying(r -> assertThat(r.english()).contains("only read"));
      assertThat(server.command("GET", KEY)).isEqualTo(Requests.yesterday());
    }
  }

  @Test
  void a_user_who_may_not_use_our_key_fails_with_permission() {
    try (RedisServer server = RedisServer.builder().aclUser("other on >pw ~app:* +@all").start()) {
      failed(toucher.touch(asUser(server, "other", "pw")), FailureKind.PERMISSION);
    }
  }

  @Test
  void a_user_may_have_a_key_of_his_own() {
    try (RedisServer server = RedisServer.builder().aclUser("other on >pw ~app:* +@all").start()) {
      TouchRequest base = asUser(server, "other", "pw");
      Database keyed = base.database().edit().key("app:upkeep").done();

      Touch touch = toucher.touch(new TouchRequest(keyed, base.secret(), base.label()));

      assertThat(alive(touch).evidence()).isEqualTo(Evidence.WRITE);
      assertThat(server.snapshot()).containsOnlyKeys("app:upkeep");
    }
  }

  @Test
  void too_many_clients_is_busy_and_tried_again() throws Exception {
    try (RedisServer server = RedisServer.builder().config("maxclients", "1").start();
        RespClient only = RespClient.connect(server.port())) {
      only.call("PING");

      Touch touch = touch(server, Optional.empty());

      failed(touch, FailureKind.BUSY);
      assertThat(touch.attempts()).isEqualTo(3);
    }
  }

  @Test
  void full_memory_is_read_instead() {
    try (RedisServer server = RedisServer.start()) {
      server.command("SET", KEY, Requests.yesterday());
      server.command("CONFIG", "SET", "maxmemory-policy", "noeviction");
      server.command("CONFIG", "SET", "maxmemory", "1");

      Outcome.Alive alive = alive(touch(server, Optional.empty()));

      assertThat(alive.evidence()).isEqualTo(Evidence.READ);
      assertThat(alive.remark())
          .hasValueSatisfying(r -> assertThat(r.english()).contains("no room"));
    }
  }

  @Test
  void a_replica_is_read_instead() {
    try (RedisServer master = RedisServer.start()) {
      master.command("SET", KEY, Requests.yesterday());
      try (RedisServer replica = RedisServer.builder().replicaOf(master).start()) {
        Outcome.Alive alive = alive(touch(replica, Optional.empty()));

        assertThat(alive.evidence()).isEqualTo(Evidence.READ);
        assertThat(alive.remark())
            .hasValueSatisfying(r -> assertThat(r.english()).contains("replica"));
      }
    }
  }

  @Test
  void a_server_without_hello_is_no_obstacle() {
    try (RedisServer server =
        RedisServer.builder().password("s3cret").renameCommand("HELLO", "").start()) {
      assertThat(alive(touch(server, Optional.of("s3cret"))).evidence()).isEqualTo(Evidence.WRITE);
    }
  }

  @Test
  void a_server_without_auth_fails_and_its_echo_of_the_password_is_hidden() {
    try (RedisServer server =
        RedisServer.builder()
            .password("s3cret")
            .renameCommand("HELLO", "")
            .renameCommand("AUTH", "")
            .start()) {
      Outcome.Failed failed =
          failed(touch(server, Optional.of("c4n4ry-password")), FailureKind.AUTH);

      assertThat(failed.message().english()).contains("unknown command").doesNotContain("c4n4ry");
    }
  }

  @Test
  void a_stopped_server_refuses_and_is_a_failure_even_without_a_network() {
    RedisServer server = RedisServer.start();
    server.stop();
    try (server) {
      Touch touch = touch(server, Optional.empty());

      failed(touch, FailureKind.REFUSED);
      assertThat(touch.attempts()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HSET f v", "RPUSH a", "XADD * f v", "SADD m", "ZADD 1 m"})
  void a_key_of_another_type_is_left_as_it_was(String command) {
    try (RedisServer server = RedisServer.start()) {
      List<String> words = new java.util.ArrayList<>(List.of(command.split(" ")));
      words.add(1, KEY);
      server.command(words.toArray(String[]::new));
      Map<String, String> before = server.snapshot();

      Outcome.Failed failed = failed(touch(server, Optional.empty()), FailureKind.FOREIGN_KEY);

      assertThat(failed.message().english()).contains("left as it is");
      assertThat(server.snapshot()).isEqualTo(before);
    }
  }

  @Test
  void ping_mode_writes_nothing() {
    try (RedisServer server = RedisServer.start()) {
      TouchRequest request = Requests.to(server.port(), Optional.empty());
      Touch touch =
          toucher.touch(Requests.of(request.database().withMode(TouchMode.PING), Optional.empty()));

      assertThat(alive(touch).evidence()).isEqualTo(Evidence.PING);
      assertThat(server.snapshot()).isEmpty();
    }
  }
}
