/// What a server says is foreign text: it leaves the touch decoded, shortened, without control
/// characters and without this touch's secrets. [dev.upkeep.touch.foreign.ForeignText] is its door.
@NullMarked
package dev.upkeep.touch.foreign;

import org.jspecify.annotations.NullMarked;
