/// What Windows can offer, through its own programs by their absolute paths. What is run and how
/// the answers are read is tested on every system; none of it was ever run on Windows itself.
@NullMarked
package dev.upkeep.desktop.windows;

import org.jspecify.annotations.NullMarked;
