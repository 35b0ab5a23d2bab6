/// How Upkeep says times, lengths of time and foreign names to people, the same in the command
/// line, the tray and notices. Pure, English, and without knowledge of what is spoken about; the
/// window has words of its own in several languages.
@NullMarked
package dev.upkeep.words;

import org.jspecify.annotations.NullMarked;
