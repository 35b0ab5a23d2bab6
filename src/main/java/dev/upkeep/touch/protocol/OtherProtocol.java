package dev.upkeep.touch.protocol;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.touch.conversation.Deadline;
import dev.upkeep.touch.conversation.TouchFailure;
import dev.upkeep.touch.tls.TlsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Asks a port that did not answer in the expected protocol whether it speaks the other one: plain
/// Redis instead of TLS, or TLS instead of plain Redis. No secret is sent. Asked at the address
/// that was connected before: looking the name up once more could take any time.
final class OtherProtocol {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final byte[] PING = "*1\r\n$4\r\nPING\r\n".getBytes(StandardCharsets.US_ASCII);

  private OtherProtocol() {}

  /// Whether a plain PING is answered as a Redis would, be it with an error.
  static boolean speaksPlainRedis(Endpoint endpoint, InetAddress address, Deadline deadline) {
    Deadline limit = deadline.within(PATIENCE);
    try (Socket socket = Link.connect(endpoint, List.of(address), limit);
        Deadline.Watch _ = limit.closing(socket)) {
      socket.setSoTimeout(limit.remainingMillis());
      socket.getOutputStream().write(PING);
      int first = socket.getInputStream().read();
      return first == '+' || first == '-';
    } catch (IOException | TouchFailure e) {
      return false;
    }
  }

  /// Whether a TLS handshake gets as far as a certificate, be it a bad one.
  static boolean speaksTls(
      Database database, Endpoint.Redis endpoint, InetAddress address, Deadline deadline) {
    Deadline limit = deadline.within(PATIENCE);
    try (Socket socket = Link.connect(endpoint, List.of(address), limit);
        Deadline.Watch _ = limit.closing(socket)) {
      TlsHandshake.negotiate(
              socket, TlsHandshake.peer(database, endpoint, Optional.empty(), limit), limit)
          .socket()
          .close();
      return true;
    } catch (TlsException refused) {
      return refused.certificate().isPresent();
    } catch (IOException | TouchFailure e) {
      return false;
    }
  }
}
