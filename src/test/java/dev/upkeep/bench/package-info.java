/// What is measured, as programs to be run by hand or by `make bench`: a figure depends on the
/// machine, so it is no test.
@NullMarked
package dev.upkeep.bench;

import org.jspecify.annotations.NullMarked;
