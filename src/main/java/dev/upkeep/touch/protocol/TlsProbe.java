package dev.upkeep.touch.protocol;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.http.WatchedTrust;
import dev.upkeep.network.NameLookup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

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
      WatchedTrust trust = CaFiles.trust(database);
      try (Socket socket = Link.connect(endpoint, addresses, limit);
          Deadline.Watch _ = limit.closing(socket)) {
        return greet(socket, endpoint, trust, limit);
      }
    } catch (IOException | TouchFailure e) {
      return Answer.UNREACHABLE;
    }
  }

  private static Answer greet(
      Socket socket, Endpoint.Redis endpoint, WatchedTrust trust, Deadline limit) {
    try {
      TlsHandshake.negotiate(socket, endpoint, trust, limit).close();
      return Answer.TLS;
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
      // A server that answers with an alert speaks TLS, if not to us.
      boolean alert = message.contains("alert");
      return alert || !trust.chain().isEmpty() ? Answer.TLS : Answer.NO_TLS;
    }
  }
}
