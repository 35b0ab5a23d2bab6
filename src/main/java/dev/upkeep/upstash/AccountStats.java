package dev.upkeep.upstash;

import java.time.Instant;
import java.util.Optional;

/// What the provider has counted of a database. Each figure is empty where it is not told, or makes
/// no sense.
///
/// @param dayReads of the UTC day so far
/// @param monthRequests commands of the month so far
/// @param monthBandwidth bytes of the month so far
/// @param storage bytes that it takes now
/// @param keys that it holds
/// @param countedAt the latest time that any series of the answer names
public record AccountStats(
    Optional<Long> dayReads,
    Optional<Long> dayWrites,
    Optional<Long> monthRequests,
    Optional<Long> monthReads,
    Optional<Long> monthWrites,
    Optional<Long> monthBandwidth,
    Optional<Long> storage,
    Optional<Long> keys,
    Optional<Instant> countedAt) {}
