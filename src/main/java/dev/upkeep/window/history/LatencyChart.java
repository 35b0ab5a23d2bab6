package dev.upkeep.window.history;

import dev.upkeep.history.LatencyBucket;
import dev.upkeep.history.Stretch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Latency over time as a picture: a curve that breaks where nobody watched or nothing answered.
/// Pure.
///
/// @param stretches of equal length, oldest first
/// @param curve whether latency is to be seen
/// @param outages whether outages are
record LatencyChart(List<Stretch> stretches, boolean curve, boolean outages) {
  static final LatencyChart EMPTY = new LatencyChart(List.of(), true, true);

  /// Into so many stretches time is divided.
  static final int STRETCHES = 180;

  LatencyChart {
    stretches = List.copyOf(stretches);
  }

  /// A place in the picture.
  ///
  /// @param x from 0, the oldest, to 1
  /// @param y from 0 to 1, the slowest
  record Point(double x, double y) {}

  /// What a stretch of the picture is filled with.
  enum Ground {
    UP,
    OUTAGE,
    UNWATCHED
  }

  /// What happened in a stretch: any outage counts, and who watched less than half of it did not
  /// watch.
  Ground ground(Stretch stretch) {
    if (outages && stretch.up().compareTo(stretch.watched()) < 0) {
      return Ground.OUTAGE;
    }
    Duration half = Duration.between(stretch.from(), stretch.to()).dividedBy(2);
    boolean touched = stretch.latency().isPresent();
    return touched || stretch.watched().compareTo(half) >= 0 ? Ground.UP : Ground.UNWATCHED;
  }

  /// How many stretches have an outage.
  long outageCount() {
    return stretches.stream().filter(stretch -> ground(stretch) == Ground.OUTAGE).count();
  }

  /// The slowest of the means: one slow touch among many shall not flatten all the others.
  Optional<Duration> top() {
    return curve
        ? stretches.stream()
            .flatMap(stretch -> stretch.latency().stream())
            .map(LatencyBucket::mean)
            .max(Duration::compareTo)
        : Optional.empty();
  }

  /// The pieces of the curve.
  List<List<Point>> lines() {
    long top = top().map(Duration::toNanos).orElse(0L);
    List<List<Point>> lines = new ArrayList<>();
    List<Point> line = new ArrayList<>();
    for (int i = 0; i < stretches.size() && top > 0; i++) {
      Stretch stretch = stretches.get(i);
      double x = (i + 0.5) / stretches.size();
      stretch
          .latency()
          .ifPresent(bucket -> line.add(new Point(x, (double) bucket.mean().toNanos() / top)));
      boolean broken = ground(stretch) != Ground.UP;
      if (!line.isEmpty() && (broken || i == stretches.size() - 1)) {
        lines.add(List.copyOf(line));
        line.clear();
      }
    }
    return lines;
  }
}
