/// The other end of the socket: an [dev.upkeep.control.AgentApi] that asks a running agent.
/// [dev.upkeep.control.client.ControlClient] is its door.
@NullMarked
package dev.upkeep.control.client;

import org.jspecify.annotations.NullMarked;
