package dev.upkeep.touch.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/// Whether a server speaks TLS is found out with a hello and nothing else.
final class TlsProbeTest {
  /// A TLS record with the alert `handshake_failure` (RFC 8446, 6).
  private static final byte[] ALERT = {0x15, 3, 3, 0, 2, 2, 40};

  /// What a server that gives this answer to the first bytes makes of the probe.
  private static TlsProbe.Answer probe(byte[] answer, CompletableFuture<byte[]> heard)
      throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> serve(server, answer, heard));
      Endpoint.Redis place =
          new Endpoint.Redis(
              server.getInetAddress().getHostAddress(),
              server.getLocalPort(),
              Optional.empty(),
              false);
      return TlsProbe.ask(Database.of(new UUID(0, 1), "shop", place), place);
    }
  }

  private static void serve(ServerSocket server, byte[] answer, CompletableFuture<byte[]> heard) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (Socket socket = server.accept()) {
      byte[] part = new byte[4096];
      int length = socket.getInputStream().read(part);
      all.write(part, 0, Math.max(0, length));
      socket.getOutputStream().write(answer);
      socket.shutdownOutput();
      socket.getInputStream().transferTo(all);
    } catch (IOException gone) {
      // What was heard until then counts.
    } finally {
      heard.complete(all.toByteArray());
    }
  }

  @Test
  void a_server_of_plain_redis_does_not_speak_tls_and_gets_a_hello_only()
      throws IOException, ExecutionException, InterruptedException {
    CompletableFuture<byte[]> heard = new CompletableFuture<>();

    TlsProbe.Answer answer =
        probe("-ERR Protocol error\r\n".getBytes(StandardCharsets.US_ASCII), heard);

    assertThat(answer).isEqualTo(TlsProbe.Answer.NO_TLS);
    assertThat(heard.get()[0]).as("a record of a handshake").isEqualTo((byte) 0x16);
    assertThat(new String(heard.get(), StandardCharsets.ISO_8859_1)).doesNotContain("AUTH", "PING");
  }

  @Test
  void an_alert_is_an_answer_in_tls() throws IOException {
    assertThat(probe(ALERT, new CompletableFuture<>())).isEqualTo(TlsProbe.Answer.TLS);
  }

  @Test
  void a_port_that_nobody_listens_on_is_unreachable() throws IOException {
    int port;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
    }
    Endpoint.Redis place = new Endpoint.Redis("127.0.0.1", port, Optional.empty(), false);

    assertThat(TlsProbe.ask(Database.of(new UUID(0, 1), "shop", place), place))
        .isEqualTo(TlsProbe.Answer.UNREACHABLE);
  }
}
