/// The page of history: figures, chart and table behind one filter. What is long is put together a
/// part a frame.
@NullMarked
package dev.upkeep.window.history;

import org.jspecify.annotations.NullMarked;
