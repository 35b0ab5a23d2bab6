/// What the commands share: options of all, terminal, files, tables, exit codes, and the way to an
/// agent. It knows no command.
@NullMarked
package dev.upkeep.cli.console;

import org.jspecify.annotations.NullMarked;
