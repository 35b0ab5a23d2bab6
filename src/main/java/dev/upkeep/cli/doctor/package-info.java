/// `doctor`: what surrounds Upkeep here, and the ladder of one touch. It changes nothing.
@NullMarked
package dev.upkeep.cli.doctor;

import org.jspecify.annotations.NullMarked;
