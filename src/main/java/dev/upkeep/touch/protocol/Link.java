package dev.upkeep.touch.protocol;

import dev.upkeep.database.Endpoint;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.TouchPhrase;
import dev.upkeep.network.NameLookup;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.conversation.Attempt;
import dev.upkeep.touch.conversation.Deadline;
import dev.upkeep.touch.conversation.TouchFailure;
import dev.upkeep.touch.tls.ClientIdentity;
import dev.upkeep.touch.tls.TlsWays;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An open connection to a Redis: name resolved, TCP connected, TLS verified where it is wanted.
final class Link implements Closeable {
  private final Socket tcp;
  private final Socket top;

  /// Which addresses may be connected to.
  @FunctionalInterface
  interface Rule {
    Rule ANYWHERE = addresses -> {};

    /// Judges all of a name.
    ///
    /// @throws TouchFailure if one may not be
    void judge(List<InetAddress> addresses) throws TouchFailure;
  }

  private Link(Socket tcp, Socket top) {
    this.tcp = tcp;
    this.top = top;
  }

  /// Climbs the rungs NAME, TCP and TLS and records each.
  ///
  /// @throws TouchFailure with the kind of the rung that failed
  static Link open(Endpoint.Redis endpoint, Attempt attempt, Optional<ClientIdentity> identity)
      throws TouchFailure {
    return open(endpoint, attempt, identity, Rule.ANYWHERE);
  }

  /// The same, with something to say about where that may be.
  static Link open(
      Endpoint.Redis endpoint, Attempt attempt, Optional<ClientIdentity> identity, Rule rule)
      throws TouchFailure {
    if (endpoint.tls()) {
      TlsWays.standard().prepare();
    }
    Deadline limit = attempt.deadline().within(Attempt.CONNECT_TIMEOUT);
    List<InetAddress> addresses = resolve(endpoint, attempt, limit);
    rule.judge(addresses);
    long start = System.nanoTime();
    Socket tcp = connect(endpoint, addresses, limit);
    attempt.reached(
        Rung.TCP,
        start,
        attempt.isWatched()
            ? Optional.of(Sentence.verbatim(tcp.getInetAddress().getHostAddress()))
            : Optional.empty());
    if (!endpoint.tls()) {
      return new Link(tcp, tcp);
    }
    try (Deadline.Watch _ = limit.closing(tcp)) {
      return new Link(tcp, TlsHandshake.over(tcp, endpoint, attempt, limit, identity));
    } catch (TouchFailure e) {
      closeQuietly(tcp);
      throw e;
    }
  }

  /// The socket to speak through.
  Socket socket() {
    return top;
  }

  /// The one of the host's addresses that accepted.
  InetAddress address() {
    return tcp.getInetAddress();
  }

  /// What a deadline closes: below TLS, because closing TLS politely may itself wait.
  Closeable wire() {
    return tcp;
  }

  @Override
  public void close() throws IOException {
    try {
      top.close();
    } finally {
      tcp.close();
    }
  }

  private static List<InetAddress> resolve(Endpoint endpoint, Attempt attempt, Deadline limit)
      throws TouchFailure {
    long start = System.nanoTime();
    try {
      List<InetAddress> addresses = NameLookup.addresses(endpoint.host(), limit.remaining());
      attempt.reached(
          Rung.NAME,
          start,
          attempt.isWatched()
              ? Optional.of(TouchPhrase.ADDRESSES.with(addresses.size()))
              : Optional.empty());
      return addresses;
    } catch (UnknownHostException unknown) {
      throw ConnectionFailures.unresolved(endpoint, unknown);
    } catch (SocketTimeoutException _) {
      throw ConnectionFailures.resolverSilent(
          endpoint, Duration.ofNanos(System.nanoTime() - start));
    } catch (InterruptedIOException stopped) {
      throw TouchFailure.interrupted(stopped);
    }
  }

  /// Tries every address in the resolver's order; the most telling failure speaks for all.
  static Socket connect(Endpoint endpoint, List<InetAddress> addresses, Deadline limit)
      throws TouchFailure {
    List<IOException> failures = new ArrayList<>();
    for (int i = 0; i < addresses.size(); i++) {
      // An address that swallows packets must not use up the time of those after it.
      Deadline share =
          limit.within(Duration.ofNanos(limit.remaining().toNanos() / (addresses.size() - i)));
      // Without a word, a Java option for a proxy would show the password to somebody else.
      Socket socket = new Socket(Proxy.NO_PROXY);
      try {
        socket.setTcpNoDelay(true);
        socket.connect(
            new InetSocketAddress(addresses.get(i), endpoint.port()), share.remainingMillis());
        return socket;
      } catch (IOException e) {
        failures.add(e);
        closeQuietly(socket);
      }
    }
    throw ConnectionFailures.connecting(
        endpoint, addresses, ConnectionFailures.mostTelling(failures));
  }

  static void closeQuietly(Closeable resource) {
    try {
      resource.close();
    } catch (IOException ignored) {
      // Given up already.
    }
  }
}
