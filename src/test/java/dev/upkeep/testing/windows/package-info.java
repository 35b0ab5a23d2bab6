/// A file system that keeps the rules of Windows, over the one that is here: no modes, access lists
/// in their place, files that belong to a group, and names that cannot be changed while somebody
/// has the file open.
@NullMarked
package dev.upkeep.testing.windows;

import org.jspecify.annotations.NullMarked;
