/// Files on disk: ours, for their owner's eyes only and replaced as a whole; and those of others,
/// which are read within bounds of size and time. It knows nothing of what is in them.
@NullMarked
package dev.upkeep.file;

import org.jspecify.annotations.NullMarked;
