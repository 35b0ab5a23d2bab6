package dev.upkeep.control;

import dev.upkeep.control.AgentException.Refused;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;

/// Adds databases of an offer, a few at a time, since each is touched first and one that does not
/// answer takes half a minute to say so. For one thread, which blocks and is the one that hears.
public final class OfferedAdds {
  /// Half of the touches that an agent makes at a time; the schedule needs some too.
  static final int AT_ONCE = 8;

  private final AgentApi agent;
  private final UUID offer;
  private final boolean untested;

  /// Told what came of each database, as soon as it is known.
  public interface Listener {
    void added(OfferedDatabase database, Added added);

    void refused(OfferedDatabase database, Refused refused);
  }

  private sealed interface Result {
    record Done(OfferedDatabase database, Added added) implements Result {}

    record Not(OfferedDatabase database, Refused refused) implements Result {}

    record Broken(AgentException why) implements Result {}

    record Fault(RuntimeException why) implements Result {}

    record Ended() implements Result {}
  }

  /// @param untested whether to store what cannot be touched
  public OfferedAdds(AgentApi agent, UUID offer, boolean untested) {
    this.agent = agent;
    this.offer = offer;
    this.untested = untested;
  }

  /// Adds these.
  ///
  /// @param unwanted whether to stop; asked before each. What is under way then is still told
  /// @throws AgentException if the agent is gone, or the offer; what was told until then is done
  public void run(List<OfferedDatabase> databases, BooleanSupplier unwanted, Listener listener)
      throws AgentException {
    Queue<OfferedDatabase> left = new ConcurrentLinkedQueue<>(databases);
    BlockingQueue<Result> results = new LinkedBlockingQueue<>();
    int workers = Math.min(AT_ONCE, databases.size());
    for (int i = 0; i < workers; i++) {
      Thread.ofVirtual()
          .name("add-offered")
          .start(() -> {
            work(left, results, unwanted);
            results.add(new Result.Ended());
          });
    }
    hear(results, workers, left, listener);
  }

  private void work(Queue<OfferedDatabase> left, Queue<Result> results, BooleanSupplier unwanted) {
    OfferedDatabase next = left.poll();
    while (next != null && !unwanted.getAsBoolean()) {
      Result result = result(next);
      results.add(result);
      if (result instanceof Result.Broken || result instanceof Result.Fault) {
        // What is wrong is wrong for all of them.
        left.clear();
      }
      next = left.poll();
    }
  }

  private Result result(OfferedDatabase database) {
    try {
      return new Result.Done(database, agent.addUpstash(offer, database.id(), untested));
    } catch (Refused refused) {
      return refused.reason() == Refused.Reason.NOT_FOUND
          ? new Result.Broken(refused)
          : new Result.Not(database, refused);
    } catch (AgentException gone) {
      return new Result.Broken(gone);
    } catch (RuntimeException fault) {
      return new Result.Fault(fault);
    }
  }

  private static void hear(
      BlockingQueue<Result> results, int workers, Queue<OfferedDatabase> left, Listener listener)
      throws AgentException {
    AgentException broken = null;
    int running = workers;
    try {
      while (running > 0) {
        switch (results.take()) {
          case Result.Done(var database, var added) -> listener.added(database, added);
          case Result.Not(var database, var refused) -> listener.refused(database, refused);
          case Result.Broken(var why) -> broken = why;
          case Result.Fault(var why) -> throw why;
          case Result.Ended() -> running--;
        }
      }
    } catch (InterruptedException e) {
      left.clear();
      Thread.currentThread().interrupt();
      throw new AgentException.Gone("Interrupted.");
    }
    if (broken != null) {
      throw broken;
    }
  }
}
