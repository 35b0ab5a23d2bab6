package dev.upkeep.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What happened to a database in one stretch of a chart. See [Uptime] for what is watched.
///
/// @param to exclusive
/// @param latency of the touches that succeeded; empty when none did
/// @param watched the part of the stretch that touches vouch for
/// @param up the part of the watched time that successful touches vouch for
public record Stretch(
    Instant from, Instant to, Optional<LatencyBucket> latency, Duration watched, Duration up) {}
