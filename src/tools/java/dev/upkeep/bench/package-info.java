/// What is measured, as programs to be run by hand or by `make bench`: a figure depends on the
/// machine, so it is no test. [dev.upkeep.bench.WindowTraining] belongs to the build, and needs the
/// same home and screen.
@NullMarked
package dev.upkeep.bench;

import org.jspecify.annotations.NullMarked;
