/// What is kept and how it fares: definitions and whatever happens to them, the secrets that belong
/// to them, touches and their judgement. Everything mutable in here belongs to the thread `agent`.
@NullMarked
package dev.upkeep.agent.keeping;

import org.jspecify.annotations.NullMarked;
