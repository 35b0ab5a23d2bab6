/// How the faces of Upkeep talk to the agent. [dev.upkeep.control.AgentApi] is one interface,
/// implemented by the agent itself and by a client of its socket; nobody who holds one can tell
/// which.
///
/// Histories are read page by page; [dev.upkeep.control.HistoryPages] walks through one of any
/// length.
///
/// What crosses it are values. Secrets travel in one direction only, towards the agent, in the
/// request that sets them; no answer and no event ever holds one. This package knows the wire, not
/// what is done with a request.
@NullMarked
package dev.upkeep.control;

import org.jspecify.annotations.NullMarked;
