package dev.upkeep.agent.metrics;

import dev.upkeep.database.EnumWord;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Verdict;
import dev.upkeep.touch.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the touches of one database came to.
///
/// @param endings how often each way of ending came up
/// @param latencies how many that succeeded took at most each of [#BOUNDS] and more than the one
///   before; the last count is of those that took longer than all of them
/// @param latency of all that succeeded, together
record TouchCount(Map<Ending, Long> endings, List<Long> latencies, Duration latency) {
  /// From a server next door to the longest that an attempt may take.
  static final List<Duration> BOUNDS =
      List.of(
          Duration.ofMillis(5),
          Duration.ofMillis(10),
          Duration.ofMillis(25),
          Duration.ofMillis(50),
          Duration.ofMillis(100),
          Duration.ofMillis(250),
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofMillis(2500),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10));

  static final TouchCount NONE =
      new TouchCount(Map.of(), Collections.nCopies(BOUNDS.size() + 1, 0L), Duration.ZERO);

  /// A way in which touches end.
  ///
  /// @param kind the evidence, the kind of failure, or the reason, as `--json` calls it
  record Ending(Verdict verdict, String kind) {
    static Ending of(Outcome outcome) {
      return new Ending(
          Verdict.of(outcome),
          EnumWord.of(
              switch (outcome) {
                case Outcome.Alive alive -> alive.evidence();
                case Outcome.Failed failed -> failed.kind();
                case Outcome.Skipped skipped -> skipped.reason();
              }));
    }
  }

  TouchCount {
    endings = Map.copyOf(endings);
    latencies = List.copyOf(latencies);
  }

  TouchCount plus(RecordedTouch touch) {
    Map<Ending, Long> moreEndings = new HashMap<>(endings);
    moreEndings.merge(Ending.of(touch.touch().outcome()), 1L, Long::sum);
    if (touch.latency().isEmpty()) {
      return new TouchCount(moreEndings, latencies, latency);
    }
    Duration took = touch.latency().get();
    List<Long> moreLatencies = new ArrayList<>(latencies);
    int bucket = bucketOf(took);
    moreLatencies.set(bucket, moreLatencies.get(bucket) + 1);
    return new TouchCount(moreEndings, moreLatencies, latency.plus(took));
  }

  private static int bucketOf(Duration took) {
    int bucket = 0;
    while (bucket < BOUNDS.size() && took.compareTo(BOUNDS.get(bucket)) > 0) {
      bucket++;
    }
    return bucket;
  }
}
