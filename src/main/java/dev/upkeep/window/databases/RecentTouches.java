package dev.upkeep.window.databases;

import dev.upkeep.history.RecordedTouch;
import dev.upkeep.touch.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The latest touches of a database side by side, oldest first, with room left where nobody
/// watched. Pure.
record RecentTouches(List<Slot> slots) {
  /// So many fit.
  static final int SLOTS = 60;

  static final RecentTouches EMPTY = new RecentTouches(List.of());

  /// The shortest bar is still to be seen.
  private static final double LEAST = 0.2;

  private static final int WIDEST_GAP = 4;

  RecentTouches {
    slots = List.copyOf(slots);
  }

  /// One place in the strip.
  sealed interface Slot {
    /// It answered.
    ///
    /// @param height from 0 to 1, by latency
    record Bar(RecordedTouch touch, double height) implements Slot {}

    /// It did not.
    record Cross(RecordedTouch touch) implements Slot {}

    /// Nobody watched.
    record Gap() implements Slot {}

    /// What happened here, if somebody watched.
    default Optional<RecordedTouch> watched() {
      return switch (this) {
        case Bar bar -> Optional.of(bar.touch());
        case Cross cross -> Optional.of(cross.touch());
        case Gap _ -> Optional.empty();
      };
    }
  }

  /// The strip of touches.
  ///
  /// @param newestFirst as history has them
  static RecentTouches of(List<RecordedTouch> newestFirst, Instant now) {
    Duration usual = usual(newestFirst);
    List<Slot> slots = new ArrayList<>();
    Optional<RecordedTouch> before = Optional.empty();
    for (RecordedTouch touch : newestFirst.reversed()) {
      before.ifPresent(last -> gap(last, touch.at(), slots));
      switch (touch.touch().outcome()) {
        case Outcome.Alive alive -> slots.add(new Slot.Bar(touch, height(alive.latency(), usual)));
        case Outcome.Failed _ -> slots.add(new Slot.Cross(touch));
        case Outcome.Skipped _ -> slots.add(new Slot.Gap());
      }
      before = Optional.of(touch);
    }
    before.ifPresent(last -> gap(last, now, slots));
    return new RecentTouches(slots.subList(Math.max(0, slots.size() - SLOTS), slots.size()));
  }

  /// A touch vouches for the time until its next one was due and a tenth more. What is beyond takes
  /// a slot for each touch that did not happen, up to a few.
  private static void gap(RecordedTouch last, Instant next, List<Slot> slots) {
    Duration vouched = Duration.between(last.at(), last.nextDue());
    if (!vouched.isPositive() || last.touch().outcome() instanceof Outcome.Skipped) {
      return;
    }
    Duration unwatched = Duration.between(last.nextDue().plus(vouched.dividedBy(10)), next);
    if (unwatched.isPositive()) {
      long missed = 1 + unwatched.dividedBy(vouched);
      for (int i = 0; i < Math.min(missed, WIDEST_GAP); i++) {
        slots.add(new Slot.Gap());
      }
    }
  }

  /// The median.
  private static Duration usual(List<RecordedTouch> touches) {
    List<Duration> sorted =
        touches.stream().flatMap(touch -> touch.latency().stream()).sorted().toList();
    return sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() / 2);
  }

  /// What is usual reaches half way up, twice as slow the top: one that is a hundred times as slow
  /// shall not flatten all the others.
  private static double height(Duration latency, Duration usual) {
    double times = usual.isZero() ? 1 : (double) latency.toNanos() / usual.toNanos();
    return Math.clamp(times / 2, LEAST, 1);
  }
}
