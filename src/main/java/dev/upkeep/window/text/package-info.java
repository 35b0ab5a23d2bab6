/// What the window says, in English and German, and the core's words said in its language. It knows
/// no control.
@NullMarked
package dev.upkeep.window.text;

import org.jspecify.annotations.NullMarked;
