package dev.upkeep.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What happened in one stretch of a chart, to one database or to several together. See [Uptime]
/// for what is watched.
///
/// @param to exclusive
/// @param latency of the touches that succeeded; empty when none did
/// @param watched the part of the stretch that touches vouch for, of each database
/// @param up the part of the watched time that successful touches vouch for
public record Stretch(
    Instant from, Instant to, Optional<LatencyBucket> latency, Duration watched, Duration up) {

  /// Two charts as one: times are added, latencies weighed by how many touches they stand for. Both
  /// have the same stretches, or one has none.
  public static List<Stretch> together(List<Stretch> one, List<Stretch> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    List<Stretch> sums = new ArrayList<>();
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      sums.add(one.get(i).and(other.get(i)));
    }
    return List.copyOf(sums);
  }

  private Stretch and(Stretch other) {
    return new Stretch(
        from,
        to,
        latency.map(mine -> other.latency.map(mine::and).orElse(mine)).or(other::latency),
        watched.plus(other.watched),
        up.plus(other.up));
  }
}
