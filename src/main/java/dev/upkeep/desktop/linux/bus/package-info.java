/// One connection to D-Bus for all who need it, with the thread that owns their state. It knows
/// none of the services that are spoken to.
@NullMarked
package dev.upkeep.desktop.linux.bus;

import org.jspecify.annotations.NullMarked;
