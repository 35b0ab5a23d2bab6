/// What a Linux desktop can offer, over D-Bus and the files that freedesktop.org specifies; the
/// only package that speaks D-Bus itself. One class per mechanism, named by it. It knows nothing of
/// databases or of the agent, and a desktop that offers nothing is normal.
@NullMarked
package dev.upkeep.desktop.linux;

import org.jspecify.annotations.NullMarked;
