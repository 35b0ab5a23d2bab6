/// The agent's face on a desktop: tray, notices, the start at login, and the process of the window.
/// Nothing in here can stop the touching. Its door is [dev.upkeep.agent.desktop.DesktopSide].
@NullMarked
package dev.upkeep.agent.desktop;

import org.jspecify.annotations.NullMarked;
