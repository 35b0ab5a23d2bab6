package dev.upkeep.control.client;

import dev.upkeep.control.instance.AgentPlace;
import dev.upkeep.control.instance.InstanceLock;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Waits for the lock as people wait at a counter: for a while with each one in front, as long as
/// the queue moves. Twenty commands at once on a slow computer each need their moment; one that
/// hangs is not waited for longer because there are others.
final class Queueing implements Patience {
  private static final Duration STEP = Duration.ofMillis(50);

  private final Supplier<?> holder;
  private final LongSupplier nanoTime;
  private final Patience step;
  private final long end;
  private Object inFront;
  private long endWithThisOne;

  /// Begins to wait.
  ///
  /// @param holder changes when somebody else gets the lock
  /// @param nanoTime a clock that nobody sets
  /// @param step waits a little
  Queueing(Supplier<?> holder, LongSupplier nanoTime, Patience step) {
    this.holder = holder;
    this.nanoTime = nanoTime;
    this.step = step;
    long now = nanoTime.getAsLong();
    end = now + Start.PATIENCE_WITH_MANY.toNanos();
    inFront = holder.get();
    endWithThisOne = now + Start.PATIENCE.toNanos();
  }

  static Queueing at(AgentPlace place) {
    return new Queueing(
        () -> InstanceLock.takenAt(place),
        System::nanoTime,
        () -> {
          Thread.sleep(STEP);
          return true;
        });
  }

  @Override
  public boolean goOn() throws InterruptedException {
    boolean uninterrupted = step.goOn();
    long now = nanoTime.getAsLong();
    Object next = holder.get();
    if (!next.equals(inFront)) {
      inFront = next;
      endWithThisOne = now + Start.PATIENCE.toNanos();
    }
    return uninterrupted && now - end < 0 && now - endWithThisOne < 0;
  }
}
