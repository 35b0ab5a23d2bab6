package dev.upkeep.schedule;

import java.time.Instant;

/// What was known of a database when Upkeep last ran.
///
/// @param due when it is to be touched next
/// @param failures in a row until then
public record Stored(Instant due, int failures) {}
