package dev.upkeep.agent.keeping;

import dev.upkeep.history.store.History;
import dev.upkeep.schedule.Scheduler;

/// What goes on whether or not somebody asks: the databases, when they are touched, what came of
/// it, and who is told. To be used on the agent's thread, by way of `calls`.
public record Keeping(
    AgentCalls calls, Keeper keeper, Scheduler scheduler, History history, Watchers watchers) {}
