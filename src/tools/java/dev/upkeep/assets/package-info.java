/// Makes what is under `assets/generated` and the tray's pixels among the resources from the
/// drawings under `assets`: run by `make assets`, and checked in, so that a build draws nothing.
/// The tests here fail when what is checked in is not what the drawings give.
@NullMarked
package dev.upkeep.assets;

import org.jspecify.annotations.NullMarked;
