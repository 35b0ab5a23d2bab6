package dev.upkeep.history;

import java.time.Duration;
import java.time.Instant;

/// The latency of the successful touches in one stretch of a chart.
///
/// @param from where the stretch begins
/// @param touches how many; never 0, since empty stretches are left out
public record LatencyBucket(
    Instant from, long touches, Duration min, Duration mean, Duration max) {}
