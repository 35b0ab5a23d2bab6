package dev.upkeep.control.server;

import dev.upkeep.control.Change;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Watcher;
import dev.upkeep.control.wire.Message;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What one watcher has yet to be sent. The agent's thread puts in and never waits; the
/// connection's takes out. It holds values that other backlogs share, and turns them into messages
/// only when they are taken, so that many slow watchers cost little more than one.
final class Backlog implements Watcher {
  private final BlockingQueue<Supplier<Stream<Message>>> waiting;
  private final Runnable cutOff;

  /// An empty one.
  ///
  /// @param cutOff what is done when the watcher has fallen behind; must not block
  Backlog(int capacity, Runnable cutOff) {
    this.waiting = new ArrayBlockingQueue<>(capacity);
    this.cutOff = cutOff;
  }

  @Override
  public void snapshot(Snapshot snapshot) {
    put(() -> Answers.of(snapshot));
  }

  @Override
  public void changed(Change change) {
    put(() -> Stream.of(new Message.Changed(change)));
  }

  @Override
  public void ended(String reason) {
    put(() -> Stream.of(new Message.Ended(reason)));
  }

  /// Waits for the next; only [Message.Ended] is never followed by another.
  Stream<Message> take() throws InterruptedException {
    return waiting.take().get();
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  private void put(Supplier<Stream<Message>> messages) {
    if (!waiting.offer(messages)) {
      cutOff.run();
    }
  }
}
