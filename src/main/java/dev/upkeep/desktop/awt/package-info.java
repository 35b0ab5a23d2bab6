/// The tray of Windows and macOS, and the notices of Windows, through AWT; the only package that
/// loads it. Everything of AWT is touched on its event thread alone, and nobody waits for that
/// thread. It knows nothing of databases or of the agent.
///
/// Run so far: on Linux, against an X11 tray. On Windows and macOS it follows the documentation of
/// the JDK, and nobody has seen it there yet.
@NullMarked
package dev.upkeep.desktop.awt;

import org.jspecify.annotations.NullMarked;
