/// The page that says what this is, which version runs, and under which licences. It asks nobody.
@NullMarked
package dev.upkeep.window.help;

import org.jspecify.annotations.NullMarked;
