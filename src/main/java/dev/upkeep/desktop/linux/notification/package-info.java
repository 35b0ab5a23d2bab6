/// Notices through the daemon of the desktop.
/// [dev.upkeep.desktop.linux.notification.FreedesktopNotifier] is its door.
@NullMarked
package dev.upkeep.desktop.linux.notification;

import org.jspecify.annotations.NullMarked;
