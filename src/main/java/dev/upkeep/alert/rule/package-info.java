/// Whether there is something to tell, and how urgent it is. Pure: states and times go in,
/// decisions come out, and nothing in here knows how they are delivered.
@NullMarked
package dev.upkeep.alert.rule;

import org.jspecify.annotations.NullMarked;
