/// Files of ours on disk: for their owner's eyes only, and replaced as a whole. It knows nothing of
/// what is in them.
@NullMarked
package dev.upkeep.file;

import org.jspecify.annotations.NullMarked;

