/// Reading and writing JSON safely: a small immutable tree, bounded in size and depth, without
/// reflection. The only user of Gson, so that no other package depends on how it behaves.
@NullMarked
package dev.upkeep.json;

import org.jspecify.annotations.NullMarked;
