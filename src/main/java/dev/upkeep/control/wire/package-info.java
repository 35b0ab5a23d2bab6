/// What goes over the socket: lines of JSON, bounded and strict, and the records that they stand
/// for. A request, a message or a member is added as a record or a component of one;
/// [dev.upkeep.control.wire.RecordJson] makes its form of that. It opens nothing and decides
/// nothing.
@NullMarked
package dev.upkeep.control.wire;

import org.jspecify.annotations.NullMarked;
