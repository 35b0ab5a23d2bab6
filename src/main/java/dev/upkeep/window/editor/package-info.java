/// The pages that add and edit a database, with the test of what was typed. A secret stays in its
/// field until it is saved, and then leaves it.
@NullMarked
package dev.upkeep.window.editor;

import org.jspecify.annotations.NullMarked;
