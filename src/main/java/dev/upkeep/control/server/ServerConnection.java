package dev.upkeep.control.server;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused.Reason;
import dev.upkeep.control.Subscription;
import dev.upkeep.control.wire.ControlRequest;
import dev.upkeep.control.wire.LineWriter;
import dev.upkeep.control.wire.Message;
import dev.upkeep.control.wire.Wire;
import dev.upkeep.control.wire.WireException;
import dev.upkeep.language.Sentence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client of the control socket, served by one virtual thread: a line is read, answered, and
/// only then is the next one read, so a client that does not read its answers is not read either.
final class ServerConnection implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ServerConnection.class);

  private enum State {
    IDLE,
    ANSWERING,
    WATCHING,
    FINISHED
  }

  private final SocketChannel channel;
  private final AgentApi api;
  private final Limits limits;
  private final Deadlines deadlines;
  private final Answers answers;
  private final DueLines lines;
  private final LineWriter writer;
  private final Backlog backlog;
  private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

  /// Nano time, since when nothing has been asked.
  private volatile long quietSince = System.nanoTime();

  ServerConnection(
      SocketChannel channel,
      AgentApi api,
      Limits limits,
      Deadlines deadlines,
      Answers.Shared shared) {
    this.channel = channel;
    this.api = api;
    this.limits = limits;
    this.deadlines = deadlines;
    this.answers = new Answers(api, shared, this::sendAtOnce, this::cut);
    this.lines = new DueLines(channel, limits.line(), deadlines, this::cut);
    this.writer = new LineWriter(channel);
    this.backlog = new Backlog(limits.backlog(), this::cut);
  }

  @Override
  public void run() {
    try (channel;
        answers;
        lines) {
      serve();
    } catch (IOException gone) {
      LOG.debug("A client of the control socket is gone: {}", gone.getMessage());
    } catch (InterruptedException closing) {
      // The thread ends here and belongs to nobody else.
    }
  }

  private void serve() throws IOException, InterruptedException {
    try {
      boolean first = true;
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (!state.compareAndSet(State.IDLE, State.ANSWERING)) {
          return;
        }
        boolean goesOn = first ? shakeHands(line.get()) : answer(line.get());
        first = false;
        quietSince = System.nanoTime();
        if (!goesOn || !state.compareAndSet(State.ANSWERING, State.IDLE)) {
          return;
        }
      }
    } catch (WireException notALine) {
      // Where the next line would begin is not known.
      send(refused(notALine));
    }
  }

  private boolean shakeHands(String line) throws IOException {
    try {
      return switch (ControlRequest.parse(line)) {
        case ControlRequest.Hello(var version) -> {
          send(Stream.of(new Message.Hello(Wire.VERSION)));
          yield version == Wire.VERSION;
        }
        case ControlRequest.Stop stop -> {
          send(answerTo(stop));
          yield false;
        }
        case ControlRequest other -> {
          send(
              Stream.of(
                  new Message.Refused(
                      Reason.INVALID, List.of(Sentence.verbatim("Say hello first.")))));
          yield false;
        }
      };
    } catch (WireException notARequest) {
      send(refused(notARequest));
      return false;
    }
  }

  private boolean answer(String line) throws IOException, InterruptedException {
    try {
      ControlRequest request = ControlRequest.parse(line);
      if (request instanceof ControlRequest.Watch) {
        watch();
        return false;
      }
      return send(answerTo(request));
    } catch (WireException notARequest) {
      return send(refused(notARequest));
    }
  }

  private Stream<Message> answerTo(ControlRequest request) {
    try {
      return answers.to(request);
    } catch (AgentException.Refused refused) {
      return Stream.of(new Message.Refused(refused.reason(), refused.told()));
    } catch (AgentException ending) {
      return Stream.of(new Message.Ended(ending.getMessage()));
    } catch (RuntimeException fault) {
      return fault(fault);
    }
  }

  private static Stream<Message> fault(RuntimeException fault) {
    LOG.error("A request on the control socket met a fault", fault);
    return Stream.of(new Message.Ended("The agent met a fault in itself; its log says which."));
  }

  private void watch() throws IOException, InterruptedException {
    if (!state.compareAndSet(State.ANSWERING, State.WATCHING)) {
      return;
    }
    Thread serving = Thread.currentThread();
    Thread.ofVirtual().name("control-watch-end").start(() -> interruptAtEnd(serving));
    try (Subscription _ = api.watch(backlog)) {
      boolean goesOn = true;
      while (goesOn) {
        goesOn = write(backlog.take());
        if (backlog.isEmpty() || !goesOn) {
          writer.flush();
        }
      }
    } catch (AgentException.Refused refused) {
      send(Stream.of(new Message.Refused(refused.reason(), refused.told())));
    } catch (AgentException ending) {
      send(Stream.of(new Message.Ended(ending.getMessage())));
    } catch (RuntimeException fault) {
      send(fault(fault));
    }
  }

  /// Nothing is expected from a watcher but its end; what it says is not listened to.
  private void interruptAtEnd(Thread serving) {
    ByteBuffer ignored = ByteBuffer.allocate(1024);
    try {
      while (channel.read(ignored) >= 0) {
        ignored.clear();
      }
    } catch (IOException gone) {
      // As good as an end.
    }
    serving.interrupt();
  }

  private static Stream<Message> refused(WireException problem) {
    return Stream.of(new Message.Refused(Reason.INVALID, problem.problems()));
  }

  /// A client that is gone by now is noticed when the rest of the answer is written.
  private void sendAtOnce(Message message) {
    try {
      send(Stream.of(message));
    } catch (IOException gone) {
      cut();
    }
  }

  private boolean send(Stream<Message> messages) throws IOException {
    try (Deadlines.Armed _ = deadlines.arm(limits.answer(), this::cut)) {
      boolean goesOn = write(messages);
      writer.flush();
      return goesOn;
    }
  }

  /// False when the last message says that the connection ends.
  private boolean write(Stream<Message> messages) throws IOException {
    boolean goesOn = true;
    for (Iterator<Message> each = messages.iterator(); each.hasNext(); ) {
      Message message = each.next();
      writer.add(message.line());
      goesOn = !(message instanceof Message.Ended);
    }
    return goesOn;
  }

  /// Lets an answer that is under way be finished, and nothing else. Called by the server's closer.
  void finish() {
    switch (state.getAndSet(State.FINISHED)) {
      case IDLE -> cut();
      case WATCHING -> backlog.ended("The agent has stopped.");
      case ANSWERING, FINISHED -> {}
    }
  }

  /// Since when it has been quiet, in nano time: nothing is asked, nothing is being answered.
  long quietSince() {
    return quietSince;
  }

  /// Ends the connection if nothing is being asked on it, to make room for others.
  ///
  /// @return whether it was quiet
  boolean makeRoom() {
    boolean quiet = state.compareAndSet(State.IDLE, State.FINISHED);
    if (quiet) {
      cut();
    }
    return quiet;
  }

  /// Ends the connection at once; its thread notices. May be called from any thread.
  void cut() {
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      // That is what was wanted.
    }
  }
}
