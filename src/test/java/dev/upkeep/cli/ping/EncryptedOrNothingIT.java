package dev.upkeep.cli.ping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Secret;
import dev.upkeep.database.paste.ConnectionText.Wishes;
import dev.upkeep.database.paste.Forms;
import dev.upkeep.database.paste.Forms.Form;
import dev.upkeep.network.OnlineCheck;
import dev.upkeep.touch.TouchRequest;
import dev.upkeep.touch.Toucher;
import dev.upkeep.touch.protocol.Touchers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What goes over the wire for texts that ask for TLS, or speak of it without saying clearly
/// whether: no byte of a password or token outside of TLS.
final class EncryptedOrNothingIT {
  private final ByteArrayOutputStream captured = new ByteArrayOutputStream();

  // The server ends before what it saw is judged.
  @SuppressWarnings("try")
  @Test
  void no_text_that_speaks_of_tls_sends_its_password_unencrypted() throws Exception {
    Toucher toucher =
        Touchers.standard(
            Clock.systemUTC(), OnlineCheck.ofThisComputer(OnlineCheck.CONTROL_NAMES), List::of);
    try (ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var _ = threads.submit(() -> capture(server, threads));
      List<Future<?>> touches = new ArrayList<>();
      List<String> secrets = new ArrayList<>();
      for (Form form : Forms.all()) {
        String text = form.text("127.0.0.1", Integer.toString(server.getLocalPort()), "me");
        for (Target target :
            EnvironmentTargets.inText(text, form.name(), Optional.empty(), Wishes.NONE).targets()) {
          // Open texts ask for TLS unless a person decides otherwise.
          boolean here = target.database().endpoint().port() == server.getLocalPort();
          if (target.database().endpoint().tls() && here) {
            target.secret().map(Secret::reveal).ifPresent(secrets::add);
            touches.add(
                threads.submit(() ->
                    toucher.touch(new TouchRequest(target.database(), target.secret(), "test"))));
          }
        }
      }
      assertThat(touches).hasSizeGreaterThan(80);
      for (Future<?> touch : touches) {
        touch.get();
      }
      server.close();
      String seen = captured.toString(StandardCharsets.ISO_8859_1);
      assertThat(seen).isNotEmpty();
      assertThat(secrets)
          .allSatisfy(secret ->
              assertThat(seen)
                  .doesNotContain(secret)
                  .doesNotContain(
                      Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8))));
      assertThat(seen).doesNotContain("AUTH", "HELLO", "Bearer");
    }
  }

  private @org.jspecify.annotations.Nullable Void capture(
      ServerSocket server, ExecutorService threads) throws IOException {
    while (!server.isClosed()) {
      Socket socket = server.accept();
      var _ = threads.submit(() -> answer(socket));
    }
    return null;
  }

  /// Answers like a Redis that has not understood, and keeps what came.
  private @org.jspecify.annotations.Nullable Void answer(Socket socket) throws IOException {
    try (socket) {
      byte[] buffer = new byte[8192];
      int length = socket.getInputStream().read(buffer);
      if (length > 0) {
        synchronized (captured) {
          captured.write(buffer, 0, length);
        }
        socket
            .getOutputStream()
            .write("-ERR unknown command\r\n".getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        int more = socket.getInputStream().read(buffer);
        if (more > 0) {
          synchronized (captured) {
            captured.write(buffer, 0, more);
          }
        }
      }
    }
    return null;
  }
}
