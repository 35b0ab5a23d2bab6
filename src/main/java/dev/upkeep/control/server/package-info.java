/// The agent's end of the socket: connections, their limits, and the answers to their requests.
/// [dev.upkeep.control.server.ControlServer] is its door.
@NullMarked
package dev.upkeep.control.server;

import org.jspecify.annotations.NullMarked;
