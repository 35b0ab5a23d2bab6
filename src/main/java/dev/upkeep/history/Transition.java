package dev.upkeep.history;

import java.time.Instant;
import java.util.UUID;

/// A change of a database's health.
///
/// @param at when, to the millisecond; for DOWN the first failure, which may be earlier than the
///   decision
/// @param detail why, as one sentence; free of secrets and control characters
public record Transition(UUID database, Instant at, Health from, Health to, String detail) {}
