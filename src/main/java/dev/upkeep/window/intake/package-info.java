/// What is pasted or dropped anywhere in the window: a text, files, or a folder of projects, looked
/// through within bounds and away from the window's thread.
@NullMarked
package dev.upkeep.window.intake;

import org.jspecify.annotations.NullMarked;
