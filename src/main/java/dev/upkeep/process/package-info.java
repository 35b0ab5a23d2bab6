/// Other programs: how they are started, and what of our environment they see. The only place that
/// starts any.
@NullMarked
package dev.upkeep.process;

import org.jspecify.annotations.NullMarked;
