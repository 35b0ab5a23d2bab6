/// What macOS can offer apart from the tray, through the programs it comes with. What is given to
/// such a program is made apart from running it, and tested on every system; nobody has run it on
/// macOS yet.
@NullMarked
package dev.upkeep.desktop.mac;

import org.jspecify.annotations.NullMarked;
