/// What macOS can offer, through its own files and programs, the latter by their absolute paths.
/// What is written, what is run and how the answers are read is tested on every system; none of it
/// was ever run on macOS itself.
@NullMarked
package dev.upkeep.desktop.mac;

import org.jspecify.annotations.NullMarked;
