package dev.upkeep.history;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/// What is kept of a day for ever.
///
/// @param day in UTC
/// @param alive touches that succeeded, by when they began
/// @param latency mean of those; empty when there are none
/// @param watched time of the day that touches vouch for; see [Uptime]
/// @param up time of the day that successful touches vouch for
public record DaySum(
    LocalDate day,
    long alive,
    long failed,
    long skipped,
    Optional<Duration> latency,
    Duration watched,
    Duration up) {}
