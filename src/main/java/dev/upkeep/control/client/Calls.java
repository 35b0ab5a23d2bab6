package dev.upkeep.control.client;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.instance.AgentPlace;
import dev.upkeep.control.wire.ControlRequest;
import java.time.Duration;

/// Calls of one client, each over a connection of its own, until it is closed.
final class Calls {
  /// For what the agent answers from memory or disk, and for finding it.
  static final Duration USUAL = Duration.ofSeconds(15);

  private final AgentPlace place;
  private volatile boolean closed;

  Calls(AgentPlace place) {
    this.place = place;
  }

  /// What is done with a connection on which a request was sent.
  interface Reply<T> {
    T read(ClientLink link) throws AgentException;
  }

  /// Asks, reads the answer and hangs up.
  ///
  /// @param time for the answer
  <T> T call(ControlRequest request, Duration time, Reply<T> reply) throws AgentException {
    try (ClientLink link = ask(request, time)) {
      return reply.read(link);
    }
  }

  /// Asks, and leaves the answer to be read from a connection that the caller closes.
  ClientLink ask(ControlRequest request, Duration time) throws AgentException {
    ClientLink link = open();
    try {
      link.limit(time);
      link.send(request);
      return link;
    } catch (AgentException | RuntimeException e) {
      link.close();
      throw e;
    }
  }

  /// A connection on which nothing was said yet.
  ClientLink open() throws AgentException {
    if (closed) {
      throw new AgentException.Gone("The connection to the agent was given up.");
    }
    return ClientLink.open(place, USUAL);
  }

  boolean closed() {
    return closed;
  }

  /// Lets no further call begin; those under way are not interrupted.
  void close() {
    closed = true;
  }
}
