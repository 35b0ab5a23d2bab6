/// The commands that start, show and stop processes: agent, window, start at login. What runs in
/// them lives elsewhere.
@NullMarked
package dev.upkeep.cli.process;

import org.jspecify.annotations.NullMarked;
