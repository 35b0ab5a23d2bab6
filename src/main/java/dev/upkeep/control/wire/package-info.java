/// What goes over the socket: lines of JSON, bounded and strict, and the values that they stand
/// for. It opens nothing and decides nothing.
@NullMarked
package dev.upkeep.control.wire;

import org.jspecify.annotations.NullMarked;
