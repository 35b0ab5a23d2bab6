package dev.upkeep.agent;

import dev.upkeep.control.AgentInfo;
import java.time.InstantSource;
import java.util.function.Supplier;

/// Since when the agent runs, and how it ends.
///
/// @param stop asks it to end; returns at once
/// @param close ends it; returns when it has
record Lifetime(InstantSource clock, Supplier<AgentInfo> info, Runnable stop, Runnable close) {}
