/// The page of safety: the next 30 days as one axis, until when each database is safe if this
/// computer is off, and who else keeps it. The picture of [dev.upkeep.control.Outlook].
@NullMarked
package dev.upkeep.window.safety;

import org.jspecify.annotations.NullMarked;
