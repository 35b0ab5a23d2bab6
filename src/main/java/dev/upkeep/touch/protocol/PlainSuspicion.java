package dev.upkeep.touch.protocol;

import dev.upkeep.database.Endpoint;
import dev.upkeep.touch.conversation.Deadline;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;

/// That a port which does not answer a TLS hello speaks plain Redis: such a server takes the hello
/// for the beginning of a command and waits for the rest. It is asked on a second connection while
/// the first still waits; if it is so, there is nothing to wait for.
final class PlainSuspicion {
  /// Longer than a server takes that only is far away.
  private static final Duration SILENCE = Duration.ofSeconds(2);

  private final Endpoint.Redis endpoint;
  private final Socket waiting;
  private final InetAddress address;
  private final Deadline limit;
  private volatile boolean plain;

  PlainSuspicion(Endpoint.Redis endpoint, Socket waiting, Deadline limit) {
    this.endpoint = endpoint;
    this.waiting = waiting;
    this.address = waiting.getInetAddress();
    this.limit = limit;
  }

  /// Asks once it has been silent for too long; until the returned watch is closed.
  Deadline.Watch afterSilence() {
    return Deadline.after(SILENCE, this::ask);
  }

  private void ask() {
    if (OtherProtocol.speaksPlainRedis(endpoint, address, limit)) {
      plain = true;
      Link.closeQuietly(waiting);
    }
  }

  /// Whether that was found out.
  boolean isTrue() {
    return plain;
  }

  /// Where was asked; a socket that was closed does not say.
  InetAddress address() {
    return address;
  }
}
