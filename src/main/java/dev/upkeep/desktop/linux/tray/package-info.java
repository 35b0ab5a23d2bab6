/// The icon and its menu as a StatusNotifierItem.
/// [dev.upkeep.desktop.linux.tray.StatusNotifierTray] is its door.
@NullMarked
package dev.upkeep.desktop.linux.tray;

import org.jspecify.annotations.NullMarked;
