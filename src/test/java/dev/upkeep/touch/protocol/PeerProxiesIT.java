package dev.upkeep.touch.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.testing.Certificates;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.ServerIdentity;
import dev.upkeep.testing.peers.PeerProcess;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.conversation.Attempt;
import dev.upkeep.touch.conversation.Backoff;
import dev.upkeep.touch.conversation.TouchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Real proxies before a database, and before nothing: they take the connection, and shake hands,
/// before they know what is behind them.
@EnabledIfSystemProperty(named = "upkeep.peers", matches = ".+")
@EnabledOnOs(OS.LINUX)
final class PeerProxiesIT {
  /// Nothing listens there.
  private static final int NOWHERE = 1;

  @TempDir private static Path folder;

  enum Proxy {
    HAPROXY_TLS(true),
    HAPROXY(false),
    NGINX_TLS(true),
    NGINX(false),
    STUNNEL_TLS(true);

    private final boolean tls;

    Proxy(boolean tls) {
      this.tls = tls;
    }

    PeerProcess before(int port) throws IOException {
      ServerIdentity identity = Certificates.server();
      return switch (this) {
        case HAPROXY, HAPROXY_TLS ->
            PeerProcess.configured(
                folder,
                List.of("haproxy", "-db", "-f"),
                """
                defaults
                  mode tcp
                  retries 0
                  timeout connect 5s
                  timeout client 30s
                  timeout server 30s
                listen only
                  bind 127.0.0.1:%%d%s
                  server behind 127.0.0.1:%d
                """
                    .formatted(tls ? " ssl crt " + both(identity) : "", port));
        case NGINX, NGINX_TLS ->
            PeerProcess.configured(
                folder,
                List.of("nginx", "-p", folder.toString(), "-e", "stderr", "-c"),
                """
                daemon off;
                master_process off;
                pid nginx.pid;
                load_module /usr/lib/nginx/modules/ngx_stream_module.so;
                events {}
                stream {
                  server {
                    listen 127.0.0.1:%%d%s;
                    proxy_pass 127.0.0.1:%d;
                  }
                }
                """
                    .formatted(
                        tls
                            ? " ssl; ssl_certificate %s; ssl_certificate_key %s"
                                .formatted(identity.certificateFile(), identity.keyFile())
                            : "",
                        port));
        case STUNNEL_TLS ->
            PeerProcess.configured(
                folder,
                List.of("stunnel4"),
                """
                foreground = yes
                pid =
                [only]
                accept = 127.0.0.1:%%d
                connect = 127.0.0.1:%d
                cert = %s
                key = %s
                """
                    .formatted(port, identity.certificateFile(), identity.keyFile()));
      };
    }

    private static Path both(ServerIdentity identity) throws IOException {
      Path both = folder.resolve("both.pem");
      Files.writeString(
          both,
          Files.readString(identity.certificateFile()) + Files.readString(identity.keyFile()));
      return both;
    }

    Attempt attempt(PeerProcess proxy) {
      Endpoint endpoint =
          new Endpoint.Redis("localhost", proxy.port(), Optional.of("default"), tls);
      Database database =
          Database.of(Requests.ID, "shop", endpoint)
              .edit()
              .caFile(tls ? Optional.of(Certificates.caFile()) : Optional.empty())
              .done();
      return Requests.attempt(Requests.of(database, Optional.empty()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_database_behind_one_is_kept_alive(Proxy proxy) throws Exception {
    try (RedisServer redis = RedisServer.start();
        PeerProcess process = proxy.before(redis.port())) {
      assertThat(new RedisToucher(Backoff::really).visit(proxy.attempt(process)).evidence())
          .isEqualTo(Evidence.WRITE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void with_nothing_behind_it_the_proxy_is_named_and_not_called_something_else(Proxy proxy)
      throws Exception {
    try (PeerProcess process = proxy.before(NOWHERE)) {
      TouchFailure failure =
          catchThrowableOfType(
              TouchFailure.class,
              () -> new RedisToucher(Backoff::really).visit(proxy.attempt(process)));
      System.out.println(proxy + ": " + failure.outcome());
      assertThat(failure.kind()).isEqualTo(FailureKind.CLOSED);
      assertThat(failure.isPassing()).isTrue();
      assertThat(failure.outcome().advice().english())
          .contains("A proxy behaves so, too, while the database behind it is down.");
    }
  }
}
