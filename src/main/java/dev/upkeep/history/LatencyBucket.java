package dev.upkeep.history;

import java.time.Duration;
import java.time.Instant;

/// The latency of the successful touches in one stretch of a chart.
///
/// @param from where the stretch begins
/// @param touches how many; never 0, since empty stretches are left out
public record LatencyBucket(Instant from, long touches, Duration min, Duration mean, Duration max) {

  LatencyBucket and(LatencyBucket other) {
    long all = touches + other.touches;
    return new LatencyBucket(
        from,
        all,
        min.compareTo(other.min) <= 0 ? min : other.min,
        mean.multipliedBy(touches).plus(other.mean.multipliedBy(other.touches)).dividedBy(all),
        max.compareTo(other.max) >= 0 ? max : other.max);
  }
}
