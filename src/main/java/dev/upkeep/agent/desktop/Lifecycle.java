package dev.upkeep.agent.desktop;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What runs as long as the keeper does: started one after another, ended in reverse order. Nobody
/// is to start a part while another thread closes.
public final class Lifecycle implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

  private final Deque<Part> running = new ConcurrentLinkedDeque<>();

  /// How a part ends. What it throws is logged, and the others end all the same.
  @FunctionalInterface
  public interface End {
    void run() throws Exception;
  }

  private record Part(String name, End end) {}

  /// Starts a part. One that throws is not running.
  ///
  /// @param name for the log
  public void run(String name, Runnable start, End end) {
    start.run();
    running.push(new Part(name, end));
  }

  /// Takes over a part that runs already and only has to be ended.
  public void own(String name, End end) {
    running.push(new Part(name, end));
  }

  /// Ends every part, the last first. Closing again does nothing.
  @Override
  public void close() {
    boolean interrupted = false;
    for (Part part = running.poll(); part != null; part = running.poll()) {
      try {
        part.end().run();
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (Exception e) {
        LOG.warn("A part did not end as it should: {}.", part.name(), e);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
