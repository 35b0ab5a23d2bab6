/// What stands between a server's bytes and the client library, which trusts what it is told:
/// [dev.upkeep.touch.guard.GuardedSocket] lets through what a fair server says, in bounds, and ends
/// the rest with a [dev.upkeep.touch.guard.RespViolation]. It does not know what was asked.
@NullMarked
package dev.upkeep.touch.guard;

import org.jspecify.annotations.NullMarked;
