package dev.upkeep.control.client;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused.Reason;
import dev.upkeep.control.instance.AgentPlace;
import dev.upkeep.control.instance.Peer;
import dev.upkeep.control.wire.ControlRequest;
import dev.upkeep.control.wire.LineReader;
import dev.upkeep.control.wire.LineWriter;
import dev.upkeep.control.wire.Message;
import dev.upkeep.control.wire.Wire;
import dev.upkeep.control.wire.WireException;
import dev.upkeep.language.RefusalPhrase;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;

/// One connection to the agent. What happens to it becomes an [AgentException] here. For one
/// thread, but any may close it.
final class ClientLink implements AutoCloseable {
  private static final String NOBODY = "No agent is running.";

  private final TimedChannel channel;
  private final LineReader lines;
  private final LineWriter writer;

  private ClientLink(TimedChannel channel) {
    this.channel = channel;
    this.lines = new LineReader(channel, Wire.MAX_MESSAGE);
    this.writer = new LineWriter(channel);
  }

  /// Connects and shakes hands.
  ///
  /// @param time for this and for everything until [#limit]
  static ClientLink open(AgentPlace place, Duration time) throws AgentException {
    ClientLink link = connect(place, time);
    try {
      link.send(new ControlRequest.Hello(Wire.VERSION));
      Message.Hello hello = link.next(Message.Hello.class);
      if (hello.version() != Wire.VERSION) {
        throw new AgentException.OtherVersion(hello.version());
      }
      return link;
    } catch (AgentException | RuntimeException e) {
      link.close();
      throw e;
    }
  }

  /// Connects without shaking hands.
  static ClientLink connect(AgentPlace place, Duration time) throws AgentException {
    try {
      place.verify();
      TimedChannel channel = TimedChannel.connect(place.socket(), time);
      try {
        if (!Peer.isUser(channel.channel(), place.owner())) {
          throw new AgentException.Gone("Somebody else listens where the agent should.");
        }
        return new ClientLink(channel);
      } catch (IOException | AgentException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (NoSuchFileException | ConnectException nobody) {
      throw new AgentException.Gone(NOBODY);
    } catch (SocketTimeoutException late) {
      throw gone(late);
    } catch (IOException e) {
      throw new AgentException.Gone(
          isThere(place) ? "The agent cannot be reached: " + e.getMessage() : NOBODY);
    }
  }

  private static boolean isThere(AgentPlace place) {
    try {
      return Files.exists(place.socket());
    } catch (IOException unknown) {
      return false;
    }
  }

  void limit(Duration time) {
    channel.limit(time);
  }

  void unlimit() {
    channel.unlimit();
  }

  /// Sends one request.
  ///
  /// @throws AgentException.Refused without having sent anything, if it is too long
  void send(ControlRequest request) throws AgentException {
    String line = request.line();
    if (line.getBytes(StandardCharsets.UTF_8).length > Wire.MAX_REQUEST) {
      throw AgentException.Refused.of(Reason.INVALID, RefusalPhrase.TOO_LONG_REQUEST.with());
    }
    try {
      writer.add(line);
      writer.flush();
    } catch (InterruptedIOException late) {
      throw gone(late);
    } catch (IOException closed) {
      // The agent may have said why before it closed: whoever reads next will see.
    }
  }

  /// The next message, which is not one of those that become exceptions.
  Message next() throws AgentException {
    try {
      Optional<String> line = lines.next();
      if (line.isEmpty()) {
        throw new AgentException.Gone("The agent has closed the connection.");
      }
      return switch (Message.parse(line.get())) {
        case Message.Refused(var reason, var problems) ->
            throw AgentException.Refused.of(reason, problems);
        case Message.Ended(var reason) -> throw new AgentException.Gone(reason);
        case Message message -> message;
      };
    } catch (WireException notUnderstood) {
      throw new AgentException.Gone(
          "The agent has answered what this version does not understand.");
    } catch (IOException e) {
      throw gone(e);
    }
  }

  /// The next message, which must be of this kind.
  <M extends Message> M next(Class<M> kind) throws AgentException {
    Message message = next();
    if (!kind.isInstance(message)) {
      throw unexpected();
    }
    return kind.cast(message);
  }

  /// To be thrown when the agent says something in the wrong place.
  static AgentException.Gone unexpected() {
    return new AgentException.Gone("The agent has answered something else than it was asked.");
  }

  private static AgentException.Gone gone(IOException e) {
    return new AgentException.Gone(
        switch (e) {
          case SocketTimeoutException late -> "The agent has not answered in time.";
          case InterruptedIOException interrupted -> "Waiting for the agent was interrupted.";
          default ->
              "The connection to the agent is lost"
                  + Optional.ofNullable(e.getMessage()).map(m -> " (" + m + ")").orElse("")
                  + ".";
        });
  }

  @Override
  public void close() {
    channel.close();
  }
}
