/// What a Linux desktop can offer, over D-Bus and the files that freedesktop.org specifies; the
/// only package that speaks D-Bus itself. One class per mechanism, named by it. It knows nothing of
/// databases or of the agent, and a desktop that offers nothing is normal.
///
/// A [dev.upkeep.desktop.linux.bus.Bus] keeps one connection for all its parts, and its thread owns
/// their state; threads of dbus-java answer panels from snapshots and post everything else to it.
/// Signals are believed only from the owner of the name they should come from. The interfaces that
/// describe foreign objects are public because dbus-java calls them by reflection; nobody else
/// does.
@NullMarked
package dev.upkeep.desktop.linux;

import org.jspecify.annotations.NullMarked;
