/// Every byte of a Redis passes here before the client library sees it: sizes, nesting and amounts are bounded.
/// [dev.upkeep.touch.guard.GuardedSocket] is its door.
@NullMarked
package dev.upkeep.touch.guard;

import org.jspecify.annotations.NullMarked;
