package dev.upkeep.cli.ping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.CliRun;
import dev.upkeep.database.Database;
import dev.upkeep.testing.Certificates;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.RespClient;
import org.junit.jupiter.api.Test;

/// What `ping` tells the shell of a real Redis in each state that it can be put into.
final class RealServerExitCodesIT {
  private static int ping(String url, String... more) {
    String[] arguments = new String[more.length + 1];
    arguments[0] = "ping";
    System.arraycopy(more, 0, arguments, 1, more.length);
    return new CliRun().env("UPSTASH_REDIS_URL", url).run(arguments).exitCode();
  }

  private static String as(String user, String password, RedisServer server) {
    return "redis://" + user + ":" + password + "@127.0.0.1:" + server.port();
  }

  @Test
  void passwords_and_users() {
    try (RedisServer server =
        RedisServer.builder()
            .password("right")
            .aclUser("reader on >pw ~* +@read +ping")
            .aclUser("stranger on >pw ~app:* +@all")
            .start()) {
      assertThat(ping(server.url())).isZero();
      assertThat(ping(as("default", "wrong", server))).isEqualTo(1);
      assertThat(ping("redis://127.0.0.1:" + server.port())).isEqualTo(1);
      assertThat(ping(as("reader", "pw", server))).isZero();
      assertThat(ping(as("stranger", "pw", server))).isEqualTo(1);
    }
  }

  @Test
  void tls_needs_an_authority_that_is_trusted() {
    try (RedisServer server = RedisServer.builder().tls(Certificates.server()).start()) {
      assertThat(ping(server.tlsUrl(), "--ca-file", Certificates.caFile().toString())).isZero();
      assertThat(ping(server.tlsUrl())).isEqualTo(1);
    }
  }

  @Test
  void a_full_memory_a_replica_and_a_foreign_key() {
    try (RedisServer server = RedisServer.start()) {
      try (RedisServer replica = RedisServer.builder().replicaOf(server).start()) {
        assertThat(ping(replica.url())).isZero();
      }
      server.command("CONFIG", "SET", "maxmemory", "1");
      assertThat(ping(server.url())).isZero();
      server.command("CONFIG", "SET", "maxmemory", "0");
      server.command("HSET", Database.DEFAULT_KEY, "f", "v");
      assertThat(ping(server.url())).isEqualTo(1);
    }
  }

  @Test
  void too_many_clients_a_missing_auth_and_a_stopped_server() throws Exception {
    try (RedisServer server = RedisServer.builder().config("maxclients", "1").start();
        RespClient only = RespClient.connect(server.port())) {
      only.call("PING");
      assertThat(ping(server.url())).isEqualTo(1);
    }
    try (RedisServer server =
        RedisServer.builder().password("pw").renameCommand("AUTH", "").start()) {
      assertThat(ping(as("default", "pw", server))).isEqualTo(1);
    }
    RedisServer gone = RedisServer.start();
    gone.close();
    assertThat(ping(gone.url())).isEqualTo(1);
  }
}
