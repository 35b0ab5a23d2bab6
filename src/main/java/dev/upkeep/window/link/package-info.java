/// The window's only way to the agent: one connection, kept up, and the agent's state as the
/// window's thread sees it.
@NullMarked
package dev.upkeep.window.link;

import org.jspecify.annotations.NullMarked;
