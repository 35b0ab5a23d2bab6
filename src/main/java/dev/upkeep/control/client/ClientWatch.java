package dev.upkeep.control.client;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.Change;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Subscription;
import dev.upkeep.control.Watcher;
import dev.upkeep.control.wire.Message;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads what a watcher is to be told, on a daemon thread of its own.
final class ClientWatch implements Subscription {
  private static final Logger LOG = LoggerFactory.getLogger(ClientWatch.class);

  private final ClientLink link;
  private final Watcher watcher;
  private final Consumer<ClientWatch> whenOver;
  private volatile boolean closed;

  ClientWatch(ClientLink link, Watcher watcher, Consumer<ClientWatch> whenOver) {
    this.link = link;
    this.watcher = watcher;
    this.whenOver = whenOver;
  }

  /// Waits for the snapshot, so that a refusal is the caller's to see, and goes on by itself.
  void start() throws AgentException {
    Snapshot snapshot = Replies.snapshot(link);
    link.unlimit();
    Thread.ofPlatform().daemon().name("control-watch").start(() -> follow(snapshot));
  }

  private void follow(Snapshot snapshot) {
    String reason;
    try {
      tell(() -> watcher.snapshot(snapshot));
      while (true) {
        Change change = link.next(Message.Changed.class).change();
        tell(() -> watcher.changed(change));
      }
    } catch (AgentException e) {
      reason = e.getMessage();
    } catch (RuntimeException fault) {
      LOG.error("A watcher met a fault", fault);
      reason = "The watcher met a fault.";
    }
    String why = reason;
    tell(() -> watcher.ended(why));
    close();
  }

  /// After it was closed, a watcher hears nothing more, not even that it was.
  private void tell(Runnable news) {
    if (!closed) {
      news.run();
    }
  }

  @Override
  public void close() {
    closed = true;
    link.close();
    whenOver.accept(this);
  }
}
