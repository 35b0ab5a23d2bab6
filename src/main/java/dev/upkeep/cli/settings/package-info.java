/// The commands for settings, and those that carry definitions in and out. Secrets are read from a
/// prompt or standard input only.
@NullMarked
package dev.upkeep.cli.settings;

import org.jspecify.annotations.NullMarked;
