package dev.upkeep.touch.protocol;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.network.NameLookup;
import dev.upkeep.touch.conversation.Deadline;
import dev.upkeep.touch.conversation.TouchFailure;
import dev.upkeep.touch.tls.TlsException;
import dev.upkeep.touch.tls.TlsPeer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds out whether a server speaks TLS before anything secret is sent to it. Nothing is sent but
/// a TLS hello, and no certificate is judged: that is for the touch.
public final class TlsProbe {
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /// What was found out.
  public enum Answer {
    TLS,
    /// It took the connection, and did not answer in TLS.
    NO_TLS,
    /// There was no connection.
    UNREACHABLE
  }

  private TlsProbe() {}

  /// Says hello in TLS.
  ///
  /// @param database its trust is where certificates of its own are found
  public static Answer ask(Database database, Endpoint.Redis endpoint) {
    Deadline limit = Deadline.in(PATIENCE);
    try {
      List<InetAddress> addresses = NameLookup.addresses(endpoint.host(), limit.remaining());
      TlsPeer peer = TlsHandshake.peer(database, endpoint, Optional.empty(), limit);
      try (Socket socket = Link.connect(endpoint, addresses, limit);
          Deadline.Watch _ = limit.closing(socket)) {
        return greet(socket, peer, limit);
      }
    } catch (IOException | TouchFailure e) {
      return Answer.UNREACHABLE;
    }
  }

  private static Answer greet(Socket socket, TlsPeer peer, Deadline limit) {
    try {
      TlsHandshake.negotiate(socket, peer, limit).socket().close();
      return Answer.TLS;
    } catch (TlsException refused) {
      // A server that answers with an alert speaks TLS, if not to us.
      boolean alert =
          String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT).contains("alert");
      return alert || refused.certificate().isPresent() ? Answer.TLS : Answer.NO_TLS;
    } catch (IOException e) {
      return Answer.NO_TLS;
    }
  }
}
