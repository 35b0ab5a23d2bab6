package dev.upkeep.history;

import java.time.Instant;

/// Where a page ended. Touches that are recorded meanwhile do not move it.
///
/// @param at of the last touch of the page
/// @param id of the same touch
public record Cursor(Instant at, long id) {}
