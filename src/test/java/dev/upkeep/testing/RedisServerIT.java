package dev.upkeep.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedisServerIT {
  @Test
  void answersAndForgets() {
    try (RedisServer redis = RedisServer.start()) {
      assertThat(redis.snapshot()).isEmpty();
      redis.command("SET", "a", "1");
      Map<String, String> before = redis.snapshot();
      assertThat(before).containsOnlyKeys("a");
      redis.command("SET", "a", "2");
      assertThat(redis.snapshot()).containsOnlyKeys("a").isNotEqualTo(before);
      assertThat(redis.command("GET", "missing")).isEqualTo("(nil)");
      assertThatThrownBy(() -> redis.command("LPUSH", "a", "x")).hasMessageContaining("WRONGTYPE");
    }
  }

  @Test
  void answersOverTls() throws IOException {
    try (RedisServer redis =
            RedisServer.builder().password("p @:/\"\\w").tls(Certificates.server()).start();
        RespClient client = RespClient.connectTls(redis.tlsPort(), Certificates.clientContext())) {
      assertThat(client.call("PING").display()).contains("NOAUTH");
      assertThat(client.call("AUTH", "p @:/\"\\w").display()).isEqualTo("OK");
      assertThat(client.call("PING").display()).isEqualTo("PONG");
      assertThat(redis.tlsUrl())
          .isEqualTo("rediss://:p%20%40%3A%2F%22%5Cw@localhost:" + redis.tlsPort());
      assertThat(redis.command("PING")).isEqualTo("PONG");
    }
  }

  @Test
  void holdsAnAclUserToItsRules() throws IOException {
    try (RedisServer redis =
            RedisServer.builder().aclUser("ro on >secret ~* +@read +ping").start();
        RespClient client = RespClient.connect(redis.port())) {
      assertThat(client.call("AUTH", "ro", "secret").display()).isEqualTo("OK");
      assertThat(client.call("SET", "a", "1").display()).contains("NOPERM");
      assertThat(client.call("GET", "a")).isInstanceOf(Resp.Nil.class);
    }
  }

  @Test
  void takesCommandsAwayAndStillLooksInside() throws IOException {
    try (RedisServer redis =
            RedisServer.builder()
                .password("canary")
                .renameCommand("AUTH", "")
                .renameCommand("HELLO", "")
                .start();
        RespClient client = RespClient.connect(redis.port())) {
      assertThat(client.call("AUTH", "canary").display())
          .contains("ERR unknown command 'AUTH'", "canary");
      assertThat(client.call("HELLO", "3").display()).contains("ERR unknown command 'HELLO'");
      assertThat(redis.command("PING")).isEqualTo("PONG");
    }
  }

  @Test
  void letsNoSecondClientInWhenOnlyOneMayCome() throws IOException {
    try (RedisServer redis = RedisServer.builder().config("maxclients", "1").start();
        RespClient first = RespClient.connect(redis.port())) {
      assertThat(first.call("PING").display()).isEqualTo("PONG");
      try (RespClient second = RespClient.connect(redis.port())) {
        assertThat(Resp.read(second.in()).display()).contains("max number of clients reached");
      }
    }
  }

  @Test
  void isFullWhenToldSo() {
    try (RedisServer redis = RedisServer.builder().config("maxmemory", "1").start()) {
      assertThatThrownBy(() -> redis.command("SET", "a", "1")).hasMessageContaining("OOM");
    }
  }

  @Test
  void followsAMasterWithAPassword() {
    try (RedisServer master = RedisServer.builder().password("m").start()) {
      master.command("SET", "a", "1");
      try (RedisServer replica = RedisServer.builder().replicaOf(master).start()) {
        assertThat(replica.command("GET", "a")).isEqualTo("1");
        assertThatThrownBy(() -> replica.command("SET", "a", "2")).hasMessageContaining("READONLY");
      }
    }
  }

  @Test
  void pausesResumesAndStops() throws IOException {
    try (RedisServer redis = RedisServer.start();
        RespClient client = RespClient.connect(redis.port())) {
      redis.pause();
      client.timeout(200);
      assertThatThrownBy(() -> client.call("PING")).isInstanceOf(SocketTimeoutException.class);
      redis.resume();
      client.timeout(10_000);
      assertThat(Resp.read(client.in()).display()).isEqualTo("PONG");
      redis.pause();
      redis.stop();
      assertThatThrownBy(() -> RespClient.connect(redis.port()).close())
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void saysWhatTheServerSaidWhenItDoesNotStart() {
    assertThatThrownBy(() -> RedisServer.builder().config("no-such-thing", "1").start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no-such-thing");
  }

  @Test
  void hasABinaryOfItsOwn() {
    assertThat(RedisBinary.embedded()).isExecutable();
  }
}
